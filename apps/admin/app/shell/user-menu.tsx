import { Keyboard, LogOut, MonitorX, PanelLeft, UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { Link } from '#ui/link.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine, MenuLink } from '#ui/menu.tsx';
import { toast } from '#ui/toast.tsx';
import { askAuth } from '../pages/auth.ts';
import type { ShellData } from './shell-data.ts';

interface Props {
  shell: ShellData;
  width?: 'wide' | 'narrow';
  onAction(action: string): void;
}

/** The person: appearance, keys, their sidebar, and signing out. */
export function UserMenu({ shell, width = 'wide', onAction }: Props) {
  const [theme, setTheme] = useState<string>(shell.theme ?? 'device');
  const [everywhere, setEverywhere] = useState(false);
  return (
    <>
      <Menu align="start" trigger={
        <button type="button" className="flex w-full min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2 data-[state=open]:bg-hover">
          <Avatar name={shell.user.name} {...(width === 'narrow' && { size: 'small' as const })} />
          {width === 'narrow' && <span className="sr-only">{shell.user.name}</span>}
          {width === 'wide' && (
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{shell.user.name}</span>
              <span className="block truncate text-xs text-ink-3">{shell.user.email}</span>
            </span>
          )}
        </button>
      }>
        <MenuLink><Link to="/account" within="installation"><UserRoundCog aria-hidden className="size-4 text-ink-3" /> Your account</Link></MenuLink>
        <MenuLine />
        <MenuLabel>Appearance</MenuLabel>
        <MenuChoice value={theme} onChange={(next) => { setTheme(next); applyTheme(next); }} options={[{ value: 'device', label: 'Like my device' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]} />
        <MenuLine />
        <MenuItem icon={<PanelLeft aria-hidden />} onSelect={() => onAction('arrange')}>Arrange the sidebar</MenuItem>
        <MenuItem icon={<Keyboard aria-hidden />} onSelect={() => onAction('shortcuts')}>Keyboard shortcuts</MenuItem>
        <MenuLine />
        <MenuItem icon={<MonitorX aria-hidden />} onSelect={() => setEverywhere(true)}>Sign out everywhere</MenuItem>
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut()}>Sign out</MenuItem>
      </Menu>
      <ConfirmDialog title="Sign out everywhere?" confirm="Sign out everywhere" open={everywhere} onOpenChange={setEverywhere} onConfirm={signOutEverywhere}>
        Every browser and device you are signed in on has to sign in again, this one too.
      </ConfirmDialog>
    </>
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

async function signOutEverywhere(): Promise<void> {
  const trouble = await askAuth('/revoke-sessions', {});
  if (trouble) toast.refused(typeof trouble === 'string' ? trouble : 'That did not work. Try again.');
  else await signOut();
}
