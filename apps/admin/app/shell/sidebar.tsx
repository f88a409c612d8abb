import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { cx } from '#ui/cx.ts';
import { Sheet } from '#ui/dialog.tsx';
import { Link } from '#ui/link.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { arranged, branches, type Branch } from './arranged.ts';
import { NavIcon } from './nav-icon.tsx';
import { navigation, pageOf, type NavGroup, type NavItem } from './navigation.ts';
import { Rail } from './rail.tsx';
import type { ShellData } from './shell-data.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

interface Props {
  shell: ShellData;
  folded: boolean;
  drawer: boolean;
  onDrawer(open: boolean): void;
  onAction(action: string): void;
}

/** Workspaces on the rail, pages of the open one beside it. On small screens both are a drawer. */
export function Sidebar({ shell, folded, drawer, onDrawer, onAction }: Props) {
  const inside = (width: 'wide' | 'narrow') => (
    <>
      <Rail shell={shell} />
      <Pages shell={shell} width={width} onGo={() => onDrawer(false)} onAction={onAction} />
    </>
  );
  return (
    <>
      <div className="sticky top-0 hidden h-dvh border-r border-line bg-sunken lg:flex">{inside(folded ? 'narrow' : 'wide')}</div>
      <Sheet title="Menu" side="left" open={drawer} onOpenChange={onDrawer}>
        <div className="-mx-5 -mb-5 flex h-[calc(100dvh-64px)]">{inside('wide')}</div>
      </Sheet>
    </>
  );
}

interface PagesProps {
  shell: ShellData;
  width: 'wide' | 'narrow';
  onGo(): void;
  onAction(action: string): void;
}

function Pages({ shell, width, onGo, onAction }: PagesProps) {
  const { pinned, groups } = arranged(navigation, shell.arrangement, shell.pages);
  const all: NavGroup[] = pinned.length > 0 ? [{ label: 'Pinned', items: pinned }, ...groups] : groups;
  const narrow = width === 'narrow';
  return (
    <div className={cx('flex min-w-0 flex-1 flex-col', narrow ? 'w-14' : 'w-[224px]')}>
      {!narrow && <div className="p-2 pb-1"><WorkspaceMenu shell={shell} onAction={onAction} /></div>}
      <nav aria-label="Pages" className="flex-1 overflow-x-hidden overflow-y-auto px-2 pt-1.5 pb-3">
        {all.map((group, i) => <Group key={group.label ?? i} group={group} first={i === 0 ? 'first' : undefined} width={width} onGo={onGo} />)}
      </nav>
      <div className="border-t border-line p-2"><UserMenu shell={shell} width={width} onAction={onAction} /></div>
    </div>
  );
}

function useOpenPage(): string | undefined {
  const { workspace } = useParams();
  const { pathname } = useLocation();
  return pageOf(pathname.slice(`/w/${workspace}`.length) || '/')?.to;
}

function Group({ group, first, width, onGo }: { group: NavGroup; first: 'first' | undefined; width: 'wide' | 'narrow'; onGo(): void }) {
  const page = useOpenPage();
  const [choice, setChoice] = useState<boolean>();
  const narrow = width === 'narrow';
  const open = !group.rare || (choice ?? group.items.some((item) => item.to === page));
  return (
    <div className={first ? undefined : 'mt-4'}>
      {group.label && !narrow && <GroupName group={group} open={open} onToggle={() => setChoice(!open)} />}
      {group.label && narrow && <div aria-hidden className="mx-1 mb-3 border-t border-line" />}
      {(open || narrow) && (
        <ul aria-label={group.label ?? 'Main'} className="flex flex-col gap-px">
          {branches(group.items).map((branch) => <BranchOf key={branch.item.to} branch={branch} page={page} width={width} onGo={onGo} />)}
        </ul>
      )}
    </div>
  );
}

function GroupName({ group, open, onToggle }: { group: NavGroup; open: boolean; onToggle(): void }) {
  if (!group.rare) return <p className="px-2 pb-1 text-xs font-medium text-ink-3">{group.label}</p>;
  return (
    <button type="button" aria-expanded={open} onClick={onToggle} className="mb-0.5 flex min-h-10 w-full items-center justify-between rounded-lg px-2 text-xs font-medium text-ink-3 hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 lg:min-h-7">
      {group.label}
      <ChevronRight aria-hidden className={cx('size-3.5 transition-transform', open && 'rotate-90')} />
    </button>
  );
}

// A page unfolds those below it while one of them is open, or when asked to.
function BranchOf({ branch: { item, below }, page, width, onGo }: { branch: Branch; page: string | undefined; width: 'wide' | 'narrow'; onGo(): void }) {
  const within = item.to === page || below.some(({ to }) => to === page);
  const [choice, setChoice] = useState<{ within: boolean; open: boolean }>();
  const open = choice?.within === within ? choice.open : within;
  const unfolds = below.length > 0 && width === 'wide';
  return (
    <li>
      <span className="relative block">
        <Entry item={item} state={item.to === page ? 'open' : within ? 'above' : undefined} width={width} onGo={onGo} />
        {unfolds && (
          <button type="button" aria-label={`${open ? 'Fold' : 'Unfold'} ${item.label}`} aria-expanded={open} onClick={() => setChoice({ within, open: !open })} className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-lg text-ink-3 hover:text-ink focus-visible:-outline-offset-2 lg:w-8">
            <ChevronRight aria-hidden className={cx('size-3.5 transition-transform', open && 'rotate-90')} />
          </button>
        )}
      </span>
      {unfolds && open && (
        <ul aria-label={`In ${item.label}`} className="my-px ml-[15px] flex flex-col gap-px border-l border-line pl-1.5">
          {below.map((each) => <li key={each.to}><Entry item={each} state={each.to === page ? 'open' : undefined} width="below" onGo={onGo} /></li>)}
        </ul>
      )}
    </li>
  );
}

const shapes = { wide: 'min-h-10 lg:min-h-8', narrow: 'size-10 justify-center', below: 'min-h-10 lg:min-h-[30px] text-[13px]' };
const states = { open: 'bg-accent-soft text-accent-text', above: 'text-ink hover:bg-hover', none: 'text-ink-2 hover:bg-hover hover:text-ink' };

function Entry({ item, state, width, onGo }: { item: NavItem; state: 'open' | 'above' | undefined; width: keyof typeof shapes; onGo(): void }) {
  const narrow = width === 'narrow';
  const shown = narrow && state === 'above' ? 'open' : (state ?? 'none');
  const link = (
    <Link to={item.to} prefetch="intent" onClick={onGo} aria-current={state === 'open' ? 'page' : undefined} className={cx('flex items-center gap-2.5 rounded-lg px-2 font-medium transition-colors focus-visible:-outline-offset-2', shapes[width], states[shown])}>
      {width !== 'below' && <NavIcon icon={item.icon} />}
      <span className={narrow ? 'sr-only' : 'min-w-0 truncate'}>{item.label}</span>
    </Link>
  );
  return narrow ? <Tooltip text={item.label} side="right"><span className="block">{link}</span></Tooltip> : link;
}
