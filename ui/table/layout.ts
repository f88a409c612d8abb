import { useState } from 'react';
import type { Shown } from './columns.tsx';
import { layoutCookie } from './layout-cookie.ts';
import type { ColumnFacts, Layout, Listing } from './question.ts';

// Ids and addresses are for programs; what is JSON has no cell.
const forPeople = (key: string, facts: ColumnFacts): boolean => facts.type !== 'json' && !/(Id|Url)$/.test(key);

/** Every column a reader may choose from: the page's own first, then what else the list knows. */
export function choosable<Row>(columns: readonly Shown<Row>[], facts: Record<string, ColumnFacts>): readonly Shown<Row>[] {
  const own = columns.filter((column) => facts[column.key]);
  const more = Object.keys(facts).filter((key) => forPeople(key, facts[key]!) && !own.some((column) => column.key === key));
  return [...own, ...more.map((key) => ({ key, card: 'none' as const, only: 'filter' as const }))];
}

/** The columns in the reader's order. The one that opens the row and the page's own buttons are always there. */
export function arranged<Row>(columns: readonly Shown<Row>[], facts: Record<string, ColumnFacts>, layout: Layout): readonly Shown<Row>[] {
  const chosen = layout.columns;
  const usual = columns.filter((column) => column.only !== 'filter');
  if (!chosen) return usual;
  const all = choosable(columns, facts);
  const first = all.filter((column) => column.opens && !chosen.includes(column.key));
  const buttons = usual.filter((column) => !facts[column.key]);
  return [...first, ...chosen.flatMap((key) => all.filter((column) => column.key === key)), ...buttons];
}

export interface LayoutControl {
  layout: Layout;
  change(next: Layout): void;
  /** Back to how the view, or the page, has it. */
  reset(): void;
}

/** The table's look, kept in the browser: the server reads it with the next request, so the first HTML has it already. */
export function useLayout({ view, views, layout: kept }: Listing<unknown>): LayoutControl {
  const of = `${view} ${views.open ?? ''}`;
  const [own, setOwn] = useState<{ of: string; layout: Layout } | null>(null);
  const store = (layout: Layout | null) => {
    setOwn(layout && { of, layout });
    document.cookie = layoutCookie(view, layout && { view: views.open, layout });
  };
  const saved = views.saved.find((each) => each.id === views.open)?.layout ?? views.builtIn.find((each) => each.key === views.open)?.layout ?? {};
  return {
    layout: own?.of === of ? own.layout : kept,
    change: store,
    reset: () => {
      store(null);
      setOwn({ of, layout: saved });
    },
  };
}
