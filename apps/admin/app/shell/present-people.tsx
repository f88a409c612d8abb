import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { Link } from '#ui/link.tsx';
import { Popover } from '#ui/popover.tsx';
import { Faces, usePresence, type Present } from '#ui/presence.tsx';
import { pageOf } from './navigation.ts';

interface Where {
  /** The page of the navigation, never the record: its name may be nobody else's business. */
  page: string;
}

/** The colleagues who have this workspace open now, and on which page. Nothing when nobody else is here. */
export function PresentPeople() {
  const { workspace } = useParams();
  const { pathname } = useLocation();
  const page = pageOf(pathname.slice(`/w/${workspace}`.length) || '/')?.to ?? '';
  const [open, setOpen] = useState(false);
  const others = usePresence<Where>('workspace', { page }).filter((person) => !person.me);
  if (others.length === 0) return null;
  const count = others.length === 1 ? '1 colleague is here' : `${others.length} colleagues are here`;
  return (
    <Popover label="Who is here" open={open} onOpenChange={setOpen} trigger={
      <button type="button" className="flex h-9 items-center rounded-control px-1.5 hover:bg-hover">
        <span className="sr-only">{count}</span>
        <span aria-hidden><Faces people={others} most={3} /></span>
      </button>
    }>
      <p className="px-1 pb-2 text-[13px] font-medium text-ink-2">{count}</p>
      <ul className="flex flex-col">{others.map((person) => <Colleague key={person.id} person={person} onGo={() => setOpen(false)} />)}</ul>
    </Popover>
  );
}

function Colleague({ person, onGo }: { person: Present<Where>; onGo(): void }) {
  const pages = person.tabs.flatMap(({ page }) => pageOf(page) ?? []);
  return (
    <li className="flex min-w-0 items-center gap-2.5 rounded-lg px-1 py-1.5">
      <Avatar name={person.name} src={person.image} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-[13px] text-ink-3">
          {pages[0] ? <>on <Link to={pages[0].to} onClick={onGo} className="text-accent-text hover:underline">{pages[0].label}</Link></> : 'here'}
        </span>
      </span>
    </li>
  );
}
