// What the sidebar shows: the pages a person may open, in the order of a preset, changed by what they arranged themselves.
import type { NavGroup, NavItem } from './navigation.ts';

export type PresetName = 'full' | 'sales' | 'warehouse' | 'live';

export interface Arrangement {
  preset: PresetName | null;
  order: string[];
  hidden: string[];
  shown: string[];
  pinned: string[];
}

interface Preset {
  label: string;
  about: string;
  /** These first; the rest in their usual order. */
  first: readonly string[];
  hidden: readonly string[];
}

export const presets: Readonly<Record<PresetName, Preset>> = {
  full: { label: 'Everything', about: 'All pages you may open.', first: [], hidden: [] },
  sales: { label: 'Sales', about: 'Orders, customers and products first; stock and keys put away.', first: ['/', '/orders', '/customers', '/products'], hidden: ['/inventory', '/tokens', '/audit', '/jobs'] },
  warehouse: { label: 'Warehouse', about: 'Orders to pack and stock; selling and keys put away.', first: ['/orders', '/inventory', '/products'], hidden: ['/customers', '/categories', '/collections', '/products/transfer', '/storefronts', '/tokens', '/audit'] },
  live: { label: 'Live selling', about: 'Home, orders and stock at hand while on air.', first: ['/', '/orders', '/inventory', '/products', '/customers'], hidden: ['/categories', '/products/transfer', '/inventory/counts', '/tokens', '/audit', '/jobs'] },
};

export interface Arranged {
  pinned: NavItem[];
  groups: NavGroup[];
  /** What may be opened but is left out. */
  hidden: NavItem[];
}

/** An arrangement orders and hides; it never opens a page that may not be opened. */
export function arranged(groups: readonly NavGroup[], own: Arrangement & { default: PresetName }, allowed: readonly string[]): Arranged {
  const preset = presets[own.preset ?? own.default] ?? presets.full;
  const may = new Set(allowed);
  const put = (to: string) => own.hidden.includes(to) || (preset.hidden.includes(to) && !own.shown.includes(to));
  const away = (item: NavItem) => put(item.to) || (item.under !== undefined && put(item.under) && !own.shown.includes(item.to));
  const all = groups.flatMap((group) => group.items).filter((item) => may.has(item.to));
  const pinned = own.pinned.flatMap((to) => all.find((item) => item.to === to && !away(item)) ?? []);
  const order = [...own.order, ...preset.first.filter((to) => !own.order.includes(to))];
  const visible = groups.map((group) => ({ ...group, items: sorted(group.items.filter((item) => may.has(item.to) && !away(item) && !pinned.includes(item)), order) }));
  return { pinned, groups: visible.filter((group) => group.items.length > 0), hidden: all.filter(away) };
}

// Pages not named keep their usual order, after the named ones.
function sorted(items: readonly NavItem[], order: readonly string[]): NavItem[] {
  const place = (item: NavItem) => (order.includes(item.to) ? order.indexOf(item.to) : order.length);
  return items.toSorted((a, b) => place(a) - place(b));
}

export interface Branch {
  item: NavItem;
  below: NavItem[];
}

/** Pages with those that stand below them; one whose upper page is not here stands alone. */
export function branches(items: readonly NavItem[]): Branch[] {
  const isHere = (to: string | undefined) => items.some((item) => item.to === to);
  return items.filter((item) => !isHere(item.under)).map((item) => ({ item, below: items.filter(({ under }) => under === item.to) }));
}

/** The whole order after one page was moved to stand where another one stands now. */
export function moved(shown: readonly string[], page: string, to: number): string[] {
  const rest = shown.filter((each) => each !== page);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), page, ...rest.slice(place)];
}
