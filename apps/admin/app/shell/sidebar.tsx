import { Search } from 'lucide-react';
import { cx } from '#ui/cx.ts';
import { Sheet } from '#ui/dialog.tsx';
import { NavLink } from '#ui/link.tsx';
import { NavIcon } from './nav-icon.tsx';
import { navigation } from './navigation.ts';
import { Rail } from './rail.tsx';
import type { ShellData } from './shell-data.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

interface Props {
  shell: ShellData;
  drawer: boolean;
  onDrawer(open: boolean): void;
  onSearch(): void;
}

/** Workspaces on the rail, pages of the open one beside it. On small screens both are a drawer. */
export function Sidebar({ shell, drawer, onDrawer, onSearch }: Props) {
  const inside = (
    <>
      <Rail shell={shell} />
      <Pages shell={shell} onSearch={onSearch} onGo={() => onDrawer(false)} />
    </>
  );
  return (
    <>
      <div className="sticky top-0 hidden h-dvh border-r border-line bg-sunken lg:flex">{inside}</div>
      <Sheet title="Menu" side="left" open={drawer} onOpenChange={onDrawer}>
        <div className="-mx-5 -mb-5 flex h-[calc(100dvh-64px)]">{inside}</div>
      </Sheet>
    </>
  );
}

function Pages({ shell, onSearch, onGo }: { shell: ShellData; onSearch(): void; onGo(): void }) {
  return (
    <div className="flex w-[224px] min-w-0 flex-1 flex-col">
      <div className="p-2 pb-1"><WorkspaceMenu shell={shell} /></div>
      <div className="px-2 pb-2">
        <button type="button" onClick={onSearch} className="control flex h-8 w-full items-center gap-2 border-line! px-2 text-left text-[13px] text-ink-3">
          <Search aria-hidden className="size-4" />
          <span className="flex-1">Go to…</span>
          <kbd className="rounded border border-line px-1 font-sans text-[11px]">⌘K</kbd>
        </button>
      </div>
      <nav aria-label="Pages" className="flex-1 overflow-y-auto px-2 pb-3">
        {navigation.map((group, i) => {
          const items = group.items.filter((item) => shell.pages.includes(item.to));
          if (items.length === 0) return null;
          return (
            <div key={group.label ?? i} className={i > 0 ? 'mt-4' : undefined}>
              {group.label && <p className="px-2 pb-1 text-xs font-medium text-ink-3">{group.label}</p>}
              <ul className="flex flex-col gap-px">
                {items.map((item) => (
                  <li key={item.to}>
                    <NavLink to={item.to} end={item.to === '/'} prefetch="intent" onClick={onGo} className={({ isActive }) => cx('flex h-8 items-center gap-2.5 rounded-lg px-2 font-medium transition-colors', isActive ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-hover hover:text-ink')}>
                      <NavIcon icon={item.icon} />
                      {item.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className="border-t border-line p-2"><UserMenu shell={shell} /></div>
    </div>
  );
}
