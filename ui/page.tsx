import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export interface Crumb {
  label: string;
  to: string;
}

interface Props {
  title: ReactNode;
  /** What stands beside the title: a status. */
  beside?: ReactNode;
  about?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** 'wide' for tables, 'reading' for forms and records. */
  width?: 'wide' | 'reading' | 'narrow';
  children: ReactNode;
}

// All widths begin at the same line, so that headings stand still from page to page.
const widths = { wide: undefined, reading: 'max-w-[1120px]', narrow: 'max-w-[720px]' };

/** One page of the dashboard: where it stands, its name, what can be done, and the rest. */
export function Page({ title, beside, about, crumbs = [], actions, width = 'wide', children }: Props) {
  return (
    <div className="mx-auto w-full max-w-[1440px] px-4 pt-5 pb-24 sm:px-6 lg:px-8">
      <div className={cx('flex flex-col gap-5', widths[width])}>
        <header className="flex flex-col gap-1.5">
          {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          <div className="flex min-h-9 flex-wrap items-start justify-between gap-x-4 gap-y-3">
            <div className="min-w-0 flex-1 basis-40">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <h1 className="min-w-0 text-[22px] leading-8 font-semibold tracking-[-0.015em]">{title}</h1>
                {beside}
              </div>
            </div>
            {actions && <div className="flex flex-wrap items-center gap-2 max-sm:w-full">{actions}</div>}
          </div>
          {about && <p className="mt-1 max-w-[84ch] sm:-mt-1 text-pretty text-ink-2">{about}</p>}
        </header>
        {children}
      </div>
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="-my-2 -ml-1 sm:my-0">
      <ol className="flex flex-wrap items-center gap-1 text-[13px] text-ink-2">
        {crumbs.map((crumb, i) => (
          <li key={crumb.to} className="flex min-w-0 items-center gap-1">
            {i === 0 ? <ChevronLeft aria-hidden className="size-3.5" /> : <ChevronRight aria-hidden className="size-3.5" />}
            <Link to={crumb.to} className="max-w-[32ch] truncate rounded px-0.5 py-2.5 hover:text-ink sm:py-0.5 hover:underline">
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Two columns: the facts that define the record, and what stands around them. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-5">{main}</div>
      <div className="flex min-w-0 flex-col gap-5">{side}</div>
    </div>
  );
}
