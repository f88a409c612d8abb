import { Plus } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { cx } from '#ui/cx.ts';
import { Link } from '#ui/link.tsx';
import { useShortcut } from '#ui/shortcuts.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import type { ShellData } from './shell-data.ts';

/** All workspaces of the person, one click or two keys (W, then its number) apart. */
export function Rail({ shell }: { shell: ShellData }) {
  return (
    <nav aria-label="Workspaces" className="flex w-14 shrink-0 flex-col items-center gap-2 overflow-x-hidden overflow-y-auto border-r border-line py-2.5">
      {shell.workspaces.map((workspace, i) => (
        <Entry key={workspace.id} workspace={workspace} number={i + 1} active={workspace.id === shell.workspace.id ? 'open' : undefined} />
      ))}
      <Tooltip text="New workspace" side="right">
        <Link to="/new" within="installation" aria-label="New workspace" className="grid size-9 shrink-0 place-items-center rounded-xl border border-dashed border-edge text-ink-3 hover:bg-hover hover:text-ink">
          <Plus aria-hidden className="size-4" />
        </Link>
      </Tooltip>
    </nav>
  );
}

function Entry({ workspace, number, active }: { workspace: ShellData['workspaces'][number]; number: number; active: 'open' | undefined }) {
  const unread = workspace.unread ?? 0;
  return (
    <span className="relative flex w-full shrink-0 justify-center">
      <span aria-hidden className={cx('absolute left-0 w-[3px] rounded-r-full bg-ink transition-all', active ? 'inset-y-1.5' : 'inset-y-[18px] opacity-0')} />
      <Tooltip text={number < 10 ? `${workspace.name} (W ${number})` : workspace.name} side="right">
        <Link to={`/w/${workspace.slug}`} within="installation" aria-current={active ? 'true' : undefined} className={cx('rounded-xl transition-[border-radius,opacity]', !active && 'hover:brightness-110')}>
          <span className="sr-only">{workspace.name}{unread > 0 && `, ${unread} unread`}</span>
          <span className="block size-9 rounded-[inherit] [&>*]:size-9"><Avatar name={workspace.name} src={workspace.iconUrl} shape="square" /></span>
        </Link>
      </Tooltip>
      {unread > 0 && <span aria-hidden className="absolute right-2 bottom-0 size-2.5 rounded-full bg-bad-fill ring-2 ring-sunken" />}
    </span>
  );
}

/** W and a number goes to that workspace. Mounted once, because the rail itself stands twice (beside the page and in the drawer). */
export function WorkspaceKeys({ shell }: { shell: ShellData }) {
  return shell.workspaces.length > 1 ? shell.workspaces.slice(0, 9).map((workspace, i) => <WorkspaceKey key={workspace.id} slug={workspace.slug} name={workspace.name} number={i + 1} />) : null;
}

function WorkspaceKey({ slug, name, number }: { slug: string; name: string; number: number }) {
  const navigate = useNavigate();
  useShortcut({ keys: `w ${number}`, says: name, group: 'Workspaces', run: () => void navigate(`/w/${slug}`) });
  return null;
}
