// The limits there are and what each tier allows unless a superadmin has set it otherwise. Pure data and words.

/** What is limited. `requests` is a rate, `executions` a sum a month, the others are levels. */
export const LIMITS = {
  requests: { says: 'Requests a minute', about: 'to each storefront', kind: 'rate', one: 'request a minute', many: 'requests a minute' },
  members: { says: 'Members', about: 'people in the workspace and open invitations', kind: 'level', one: 'member', many: 'members' },
  storage: { says: 'Storage', about: 'pictures and other files', kind: 'level', one: 'byte', many: 'bytes' },
  executions: { says: 'Automation runs', about: 'in a calendar month', kind: 'sum', one: 'automation run a month', many: 'automation runs a month' },
  connectors: { says: 'Connectors', about: 'outside services connected', kind: 'level', one: 'connector', many: 'connectors' },
  storefronts: { says: 'Storefronts', about: 'shops, each with its own key', kind: 'level', one: 'storefront', many: 'storefronts' },
} as const;

export type Limit = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as Limit[];

/** null is unlimited. */
export type Limits = Record<Limit, number | null>;

export interface Tier {
  name: string;
  label: string;
  limits: Limits;
}

const GB = 1024 ** 3;

/** The ladder, lowest first. */
export const LADDER: readonly Tier[] = [
  { name: 'free', label: 'Free', limits: { requests: 100, members: 5, storage: GB, executions: 100, connectors: 2, storefronts: 2 } },
  { name: 'starter', label: 'Starter', limits: { requests: 500, members: 15, storage: 10 * GB, executions: 1_000, connectors: 5, storefronts: 5 } },
  { name: 'growth', label: 'Growth', limits: { requests: 2_000, members: 50, storage: 100 * GB, executions: 10_000, connectors: null, storefronts: 20 } },
  { name: 'pro', label: 'Pro', limits: { requests: 10_000, members: null, storage: null, executions: null, connectors: null, storefronts: null } },
];

/** Beside the ladder: an installation's own shops. */
export const UNLIMITED: Tier = {
  name: 'unlimited',
  label: 'Unlimited',
  limits: { requests: null, members: null, storage: null, executions: null, connectors: null, storefronts: null },
};

/** An amount as people write it: bytes as kB to GB, the rest with thousands marked. */
export function amountInWords(limit: Limit, amount: number): string {
  if (limit !== 'storage') return amount.toLocaleString('en-US');
  const power = Math.min(3, Math.max(0, Math.floor(Math.log(Math.max(1, amount)) / Math.log(1024))));
  const value = amount / 1024 ** power;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${['bytes', 'KB', 'MB', 'GB'][power]}`;
}

/** "5 members", "1 GB". */
export function limitInWords(limit: Limit, amount: number | null): string {
  if (limit === 'storage') return amount === null ? 'unlimited storage' : `${amountInWords(limit, amount)} of storage`;
  const noun = amount === 1 ? LIMITS[limit].one : LIMITS[limit].many;
  return `${amount === null ? 'unlimited' : amountInWords(limit, amount)} ${noun}`;
}

/** The nearest tier above that allows more; undefined at the top. */
export function nextTier(tiers: readonly Tier[], name: string, limit: Limit): Tier | undefined {
  const at = tiers.findIndex((tier) => tier.name === name);
  const now = tiers[at]?.limits[limit] ?? null;
  return at === -1 || now === null ? undefined : tiers.slice(at + 1).find(({ limits }) => limits[limit] === null || limits[limit] > now);
}
