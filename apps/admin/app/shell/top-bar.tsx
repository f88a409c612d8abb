import { Menu, Search } from 'lucide-react';
import { IconButton } from '#ui/button.tsx';
import type { ShellData } from './shell-data.ts';

/** Phones and tablets: the way to the menu and to the search. */
export function TopBar({ shell, onDrawer, onSearch }: { shell: ShellData; onDrawer(): void; onSearch(): void }) {
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-line bg-canvas/95 px-2 backdrop-blur lg:hidden">
      <IconButton label="Menu" onClick={onDrawer}><Menu aria-hidden className="size-5" /></IconButton>
      <p className="min-w-0 flex-1 truncate font-semibold">{shell.workspace.name}</p>
      <IconButton label="Go to a page" onClick={onSearch}><Search aria-hidden className="size-5" /></IconButton>
    </header>
  );
}
