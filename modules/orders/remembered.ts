import { onCommitted } from '#platform/operations/closing.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now, SECOND } from '#platform/time.ts';
import { workspaceSettingsChanged } from '#modules/accounts/index.ts';
import { shippingChanged } from '#modules/shipping/index.ts';
import { taxChanged } from '#modules/tax/index.ts';

type Rows = Promise<unknown[]>;
interface Kept {
  until: number;
  rows: unknown[];
}

// What shipping zones, tax rates and settings say changes once in months and is asked three times per checkout. A change made by
// another process is seen within these seconds; the agreed total catches a difference in between.
const KEEP = 3 * SECOND;
const MOST = 10_000;
const kept = new Map<string, Kept>();
const CHANGES = new Set([workspaceSettingsChanged.name, shippingChanged.name, taxChanged.name]);
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => CHANGES.has(event.name))) kept.clear();
});

/** A reader that remembers answers for a moment. For settings only: never for prices, stock or anything of a shopper. */
export function remembered(r: Reader): Reader {
  const ask = async (key: string, question: () => Rows): Rows => {
    const found = kept.get(key);
    if (found && found.until > now().getTime()) return found.rows;
    const rows = await question();
    if (kept.size >= MOST) kept.clear();
    kept.set(key, { until: now().getTime() + KEEP, rows });
    return rows;
  };
  const keyOf = (text: string, values: readonly unknown[]) => `${r.workspaceId} ${text} ${JSON.stringify(values)}`;
  return {
    workspaceId: r.workspaceId,
    actor: r.actor,
    db: r.db,
    planned: r.planned,
    sql: (text, ...values) => ask(keyOf(text.join('?'), values), () => r.sql(text, ...values)) as never,
    query: (text, values = []) => ask(keyOf(text, values), () => r.query(text, values)) as never,
  };
}
