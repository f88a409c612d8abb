import type { Reader } from '#platform/tenancy/context.ts';

/** An account outside, as work on it needs it. */
export interface Source {
  id: string;
  kind: string;
  account: string;
  name: string;
  currency: string | null;
  mapping: object | null;
}

export async function sourceById(r: Reader, id: string): Promise<Source | undefined> {
  return (await r.sql<Source>`select id, kind, account, name, currency, mapping from statement_sources where id = ${id}`)[0];
}
