import { Plus } from 'lucide-react';
import { Avatar } from '#ui/avatar.tsx';
import { cx } from '#ui/cx.ts';
import { Link } from '#ui/link.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import type { ShellData } from './shell-data.ts';

/** All workspaces of the person, one click apart. */
export function Rail({ shell }: { shell: ShellData }) {
  return (
    <nav aria-label="Workspaces" className="flex w-14 shrink-0 flex-col items-center gap-2 overflow-x-hidden overflow-y-auto border-r border-line py-2.5">
      {shell.workspaces.map((workspace) => (
        <Entry key={workspace.id} workspace={workspace} active={workspace.id === shell.workspace.id} />
      ))}
      <Tooltip text="New workspace" side="right">
        <Link to="/new" within="installation" aria-label="New workspace" className="grid size-9 shrink-0 place-items-center rounded-xl border border-dashed border-edge text-ink-3 hover:bg-hover hover:text-ink">
          <Plus aria-hidden className="size-4" />
        </Link>
      </Tooltip>
    </nav>
  );
}

function Entry({ workspace, active }: { workspace: ShellData['workspaces'][number]; active: boolean }) {
  return (
    <span className="relative flex w-full shrink-0 justify-center">
      <span aria-hidden className={cx('absolute left-0 w-[3px] rounded-r-full bg-ink transition-all', active ? 'inset-y-1.5' : 'inset-y-[18px] opacity-0')} />
      <Tooltip text={workspace.name} side="right">
        <Link to={`/w/${workspace.slug}`} within="installation" aria-current={active ? 'true' : undefined} className={cx('rounded-xl transition-[border-radius,opacity]', !active && 'hover:brightness-110')}>
          <span className="sr-only">{workspace.name}</span>
          <span className="block size-9 rounded-[inherit] [&>*]:size-9"><Avatar name={workspace.name} src={workspace.iconUrl} shape="square" /></span>
        </Link>
      </Tooltip>
    </span>
  );
}
