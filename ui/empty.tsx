import { SearchX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

function Notice({ icon: Icon, title, children, action }: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-[44ch] flex-col items-center px-4 py-14 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="text-[15px] font-semibold">{title}</p>
      {children && <div className="mt-1 text-pretty text-ink-2">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** There is nothing yet: what would stand here, and the one way to begin. */
export function NothingYet(props: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return <Notice {...props} />;
}

/** There is something, but the filters hide all of it. */
export function NothingMatches({ onClear }: { onClear(): void }) {
  return (
    <Notice icon={SearchX} title="Nothing matches" action={<Button onClick={onClear}>Clear search and filters</Button>}>
      Try fewer filters or other words.
    </Notice>
  );
}
