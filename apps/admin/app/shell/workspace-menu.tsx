import { ChevronsUpDown, PanelLeft, Plus } from 'lucide-react';
import { Avatar } from '#ui/avatar.tsx';
import { inWords } from '#ui/badge.tsx';
import { Link } from '#ui/link.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine, MenuLink } from '#ui/menu.tsx';
import type { ShellData } from './shell-data.ts';

/** The open workspace by name, and the way to the others. */
export function WorkspaceMenu({ shell, onAction }: { shell: ShellData; onAction(action: string): void }) {
  return (
    <Menu align="start" trigger={
      <button type="button" className="flex w-full min-w-0 items-center gap-2 rounded-lg px-2 py-1.5 text-left hover:bg-hover data-[state=open]:bg-hover">
        <span className="min-w-0 flex-1">
          <span title={shell.workspace.name} className="block truncate text-[15px] leading-5 font-semibold">{shell.workspace.name}</span>
          <span className="block truncate text-xs leading-4 text-ink-3">{inWords(shell.workspace.role)}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </button>
    }>
      <MenuLabel>Workspaces</MenuLabel>
      {shell.workspaces.map((workspace) => (
        <MenuLink key={workspace.id}>
          <Link to={`/w/${workspace.slug}`} within="installation">
            <span className="rounded-md"><Avatar name={workspace.name} src={workspace.iconUrl} size="small" shape="square" /></span>
            <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
            {workspace.id === shell.workspace.id && <span aria-label="open now">✓</span>}
          </Link>
        </MenuLink>
      ))}
      <MenuLine />
      <MenuItem icon={<PanelLeft aria-hidden />} onSelect={() => onAction('arrange')}>Arrange the sidebar</MenuItem>
      <MenuLink>
        <Link to="/new" within="installation"><Plus aria-hidden className="size-4 text-ink-3" /> New workspace</Link>
      </MenuLink>
    </Menu>
  );
}
