import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export interface Neighbouring {
  /** The list's address: its filters, order and page. */
  list: string;
  total: number;
  previous: string | null;
  next: string | null;
}

/** The address of a record that remembers the list it is opened from. */
export function useRecordPath(): (path: string) => string {
  const { search } = useLocation();
  return (path) => `${path}?in=${encodeURIComponent(search.replace(/^\?/, ''))}`;
}

/** To the record before and after this one in the list. */
export function Neighbours({ beside, path }: { beside: Neighbouring | null; path: string }) {
  if (!beside || (!beside.previous && !beside.next)) return null;
  const to = (id: string) => `${path}/${id}?in=${encodeURIComponent(beside.list)}`;
  return (
    <nav aria-label="In the list" className="flex">
      <Step to={beside.previous && to(beside.previous)} label="Previous in the list" icon={<ChevronUp aria-hidden className="size-4" />} className="rounded-l-control" />
      <Step to={beside.next && to(beside.next)} label="Next in the list" icon={<ChevronDown aria-hidden className="size-4" />} className="-ml-px rounded-r-control" />
    </nav>
  );
}

function Step({ to, label, icon, className }: { to: string | null; label: string; icon: ReactNode; className: string }) {
  const look = cx('grid size-9 place-items-center border border-edge/60 bg-surface', className);
  if (!to) return <span className={cx(look, 'text-ink-3 opacity-50')}>{icon}</span>;
  return <Link to={to} prefetch="intent" aria-label={label} title={label} className={cx(look, 'hover:bg-hover')}>{icon}</Link>;
}
