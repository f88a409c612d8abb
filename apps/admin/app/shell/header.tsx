import { Menu, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { Bell } from '#modules/notifications/ui/bell.tsx';
import { IconButton } from '#ui/button.tsx';
import { PresentPeople } from './present-people.tsx';
import { Radio } from './radio/radio.tsx';
import type { ShellData } from './shell-data.ts';

/** Above every page: finding things on the left, what goes on around the page on the right. */
export function Header({ shell, folded, onFold, onDrawer, onSearch }: { shell: ShellData; folded: boolean; onFold(): void; onDrawer(): void; onSearch(): void }) {
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-line bg-canvas px-2 lg:px-4">
      <span className="lg:hidden"><IconButton label="Menu" onClick={onDrawer}><Menu aria-hidden className="size-5" /></IconButton></span>
      <span className="hidden lg:block"><IconButton label={folded ? 'Unfold the sidebar' : 'Fold the sidebar'} size="small" onClick={onFold}>{folded ? <PanelLeftOpen aria-hidden className="size-[18px]" /> : <PanelLeftClose aria-hidden className="size-[18px]" />}</IconButton></span>
      <p title={shell.workspace.name} className="min-w-0 flex-1 truncate font-semibold lg:hidden">{shell.workspace.name}</p>
      <SearchButton onSearch={onSearch} />
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        <span className="lg:hidden"><IconButton label="Search or run something" onClick={onSearch}><Search aria-hidden className="size-5" /></IconButton></span>
        <Radio />
        <PresentPeople />
        <Bell userId={shell.user.id} />
      </div>
    </header>
  );
}

function SearchButton({ onSearch }: { onSearch(): void }) {
  return (
    <button type="button" onClick={onSearch} className="control hidden h-8 w-full max-w-[360px] items-center gap-2 border-line! px-2.5 text-left text-[13px] text-ink-3 lg:flex">
      <Search aria-hidden className="size-4" />
      <span className="flex-1">Search or run something…</span>
      <kbd className="rounded border border-line px-1 font-sans text-[11px]">⌘K</kbd>
    </button>
  );
}
