import type { Layout } from './question.ts';

interface Kept {
  /** The view it belongs to; under another view the table looks as that one has it. */
  view: string | null;
  layout: Layout;
}

const nameOf = (list: string): string => `qd-table-${list.replaceAll(/[^\w-]/g, '-')}`;
const YEAR = 31_536_000;

/** What to write into `document.cookie` to keep a table's look, or to forget it. */
export function layoutCookie(list: string, kept: Kept | null): string {
  const value = kept ? encodeURIComponent(JSON.stringify(kept)) : '';
  return `${nameOf(list)}=${value}; path=/admin; max-age=${kept ? YEAR : 0}; samesite=lax`;
}

/** The look a browser keeps for a table. Whatever else somebody wrote there counts for nothing. */
export function keptLayout(cookies: string | null, list: string): Kept | undefined {
  const found = cookies?.split(/;\s*/).find((each) => each.startsWith(`${nameOf(list)}=`));
  try {
    return found ? cleaned(JSON.parse(decodeURIComponent(found.slice(found.indexOf('=') + 1)))) : undefined;
  } catch {
    return undefined;
  }
}

function cleaned(value: unknown): Kept | undefined {
  const { view = null, layout } = (value ?? {}) as Partial<Kept>;
  if (typeof layout !== 'object' || layout === null) return undefined;
  const columns = Array.isArray(layout.columns) ? layout.columns.filter((key) => typeof key === 'string').slice(0, 100) : undefined;
  const widths = Object.fromEntries(Object.entries(layout.widths ?? {}).filter(([, width]) => Number.isInteger(width) && width >= 40 && width <= 1_200));
  return { view: typeof view === 'string' ? view : null, layout: { ...(columns && { columns }), widths, ...(layout.density === 'compact' && { density: 'compact' }) } };
}
