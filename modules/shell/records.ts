import type { View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** One row of a list as a person recognises it. */
export interface Found {
  id: string;
  label: string;
  detail: string;
  /** Its page, inside the workspace. */
  opens: string | null;
}

type Row = Record<string, unknown> & { id: string };

/** Lists of the dashboard whose rows have a page: what global search asks. */
export function searchedLists(): View[] {
  return registry.views().filter((view) => view.on === 'admin' && view.opens && Object.values(view.columns ?? {}).some((column) => column.search));
}

/** Rows of a list that match the words; a view without search gives all it has, narrowed here. `value` is the column that names them. */
export async function find(ctx: Context, view: View, { q, limit, value = 'id' }: { q: string; limit: number; value?: string }): Promise<{ rows: Found[]; total: number }> {
  const answer = (await view.call(ctx, (view.columns ? { q, limit } : {}) as never)) as { data?: Row[]; total?: number } | Row[];
  const all = Array.isArray(answer) ? answer : (answer.data ?? []);
  const rows = all.flatMap((row) => present(view, row, value));
  if (view.columns) return { rows, total: (answer as { total?: number }).total ?? rows.length };
  const matching = rows.filter((row) => `${row.label} ${row.detail}`.toLowerCase().includes(q.toLowerCase()));
  return { rows: matching.slice(0, limit), total: matching.length };
}

function present(view: View, row: Row, value: string): Found[] {
  const id = row[value];
  if (typeof id !== 'string') return [];
  const [label, ...rest] = wordsOf(view, row);
  return [{ id, label: label ?? id, detail: rest.slice(0, 2).join(' · '), opens: view.opens ? addressOf(view.opens, row) : null }];
}

// What a row is searched by is what people know it by; views without columns are read by the usual names.
function wordsOf(view: View, row: Row): string[] {
  const columns = Object.entries(view.columns ?? {}).filter(([, column]) => column.search);
  const values = columns.length > 0 ? columns.map(([key, column]) => wordOf(row[key], column.type)) : ['name', 'title', 'says', 'slug'].map((key) => wordOf(row[key], 'text'));
  return values.filter((word) => word !== '');
}

function wordOf(value: unknown, type: string): string {
  if (type === 'number' && typeof value === 'number') return `#${value}`;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function addressOf(template: string, row: Row): string {
  return template.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(row[name] ?? '')));
}
