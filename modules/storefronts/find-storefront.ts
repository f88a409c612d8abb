import { createHash } from 'node:crypto';
import { ShortMemory } from '#modules/accounts/index.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { onCommitted } from '#platform/operations/closing.ts';
import { hostOf } from './domain.ts';
import { storefrontChanged } from './events.ts';
import type { Theme } from './theme.ts';

/** An active storefront. */
export interface FoundStorefront {
  id: string;
  workspaceId: string;
  name: string;
  slug: string;
  domain: string | null;
  permissions: string[];
  /** Of the secret for the shop's own server, and whether the key works without it. */
  secretHash: string | null;
  needsSecret: boolean;
  tier: string;
  currency: string;
  locale: string;
  theme: Theme;
  /** The workspace is suspended: the shop answers that it is closed for now. */
  closed: boolean;
}

// A change made in this process is seen at once; one made by another process within these seconds.
const memory = new ShortMemory<FoundStorefront | null>({ seconds: 3, most: 20_000 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => event.name === storefrontChanged.name || event.name.startsWith('workspace.deletion'))) memory.forget();
});

/** Forgets what this process remembers of storefronts, for when another process tells storefront.changed. */
export function forgetStorefronts(): void {
  memory.forget();
}

type Answer = FoundStorefront | null | Promise<FoundStorefront | null>;

/** The storefront a key opens, or null. Without a promise when it is remembered, so that a cached answer waits for nothing. */
export function storefrontByKey(key: string): Answer {
  if (!/^qsk_[A-Za-z0-9_-]{20,100}$/.test(key)) return null;
  return memory.get(`key:${key}`, () => find('key_hash', keyHash(key)));
}

/** The storefront of a Host header, or null. Port and upper case do not matter. */
export function storefrontByHost(host: string): Answer {
  const domain = hostOf(host);
  if (!domain.includes('.')) return null;
  return memory.get(`host:${domain}`, () => find('domain', domain));
}

/** The storefront shown at /shops/:slug, or null. */
export function storefrontBySlug(slug: string): Answer {
  if (!/^[a-z0-9-]{1,64}$/.test(slug)) return null;
  return memory.get(`slug:${slug}`, () => find('slug', slug));
}

/** The oldest active storefront: what `/` on localhost shows. */
export function firstStorefront(): Answer {
  return memory.get('first', () => find('first', ''));
}

export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

const FIND = `
select s.id, s.workspace_id as "workspaceId", s.name, s.slug, s.domain, s.secret_hash as "secretHash", s.needs_secret as "needsSecret", s.permissions, w.tier, s.currency, s.locale, s.theme, w.suspended_at is not null as closed
from storefronts s join workspaces w on w.id = s.workspace_id
where s.active and w.delete_after is null`;

type By = 'key_hash' | 'domain' | 'slug' | 'first';

async function find(by: By, value: string): Promise<FoundStorefront | null> {
  const rows = await platformRead('find-storefront', (q) =>
    by === 'first' ? q.query<FoundStorefront>(`${FIND} and w.suspended_at is null order by s.created_at, s.id limit 1`) : q.query<FoundStorefront>(`${FIND} and s.${by} = $1`, [value]),
  );
  return rows[0] ?? null;
}

/** Opens the workspace for a shopper at this storefront: they may do what the storefront's permissions say. */
export function contextForStorefront(
  found: FoundStorefront,
  caller: { customerId?: string | undefined; requestId?: string | undefined; address?: string | undefined } = {},
): Context {
  if (found.closed) throw new Refusal('closed', 'This shop is closed for now.');
  const { customerId, requestId, address } = caller;
  return openContext({
    workspaceId: found.workspaceId,
    actor: { kind: 'storefront', storefrontId: found.id, ...(customerId && { customerId }) },
    capabilities: found.permissions,
    gathers: true,
    ...(requestId && { requestId }),
    ...(address && { address }),
  });
}
