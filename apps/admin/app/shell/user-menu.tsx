import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '#ui/menu.tsx';
import { askAuth } from '../pages/auth.ts';
import type { ShellData } from './shell-data.ts';

/** The person: appearance and signing out. */
export function UserMenu({ shell }: { shell: ShellData }) {
  const [theme, setTheme] = useState<string>(shell.theme ?? 'device');
  return (
    <Menu align="start" trigger={
      <button type="button" className="flex w-full min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-left hover:bg-hover data-[state=open]:bg-hover">
        <Avatar name={shell.user.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{shell.user.name}</span>
          <span className="block truncate text-xs text-ink-3">{shell.user.email}</span>
        </span>
      </button>
    }>
      <MenuLabel>Appearance</MenuLabel>
      <MenuChoice value={theme} onChange={(next) => { setTheme(next); applyTheme(next); }} options={[{ value: 'device', label: 'Like my device' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]} />
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  );
}

function applyTheme(theme: string): void {
  const root = document.documentElement;
  if (theme === 'device') delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `quickdash_theme=${theme}; path=/admin; max-age=${theme === 'device' ? 0 : 31_536_000}; samesite=lax`;
}

// A full load, so that nothing of the person stays in this tab's memory.
async function signOut(): Promise<void> {
  await askAuth('/sign-out', {});
  location.assign('/admin/sign-in');
}
