import { BellOff, Settings2 } from 'lucide-react';
import { useEffect } from 'react';
import { Form, useLoaderData, useNavigate, useRevalidator, useSearchParams, useSubmit, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { ask } from '#ui/desk.server.ts';
import { NothingMatches, NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { SearchInput } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { EntryLine } from './bell.tsx';
import { groupNotices, type KindCount, type Notice } from './group-notices.ts';
import { NOTIFICATIONS_CHANGED, useMarks } from './use-bell.ts';

interface Listing {
  data: Notice[];
  nextCursor: string | null;
  unread: number;
  kinds: KindCount[];
  known: { kind: string; says: string }[];
}

const BOXES = [
  ['inbox', 'Inbox'],
  ['unread', 'Unread'],
  ['snoozed', 'Snoozed'],
  ['archived', 'Archived'],
] as const;
type Box = (typeof BOXES)[number][0];

export const meta = () => [{ title: 'Notifications · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const asked = Object.fromEntries(['kind', 'q', 'cursor'].flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)!]] : [])));
  const box = BOXES.find(([name]) => name === searchParams.get('box'))?.[0] ?? 'inbox';
  return { listing: await ask<Listing>(args, 'notifications.list', { box, ...asked }), box, kind: asked['kind'] ?? '', q: asked['q'] ?? '', later: 'cursor' in asked };
}

export { PageError as ErrorBoundary };

export default function Notifications() {
  const { listing, box, kind, q } = useLoaderData<typeof loader>();
  const { mark } = useMarks();
  useFresh();
  const grouped = box === 'inbox' && !kind && !q;
  const entries = grouped ? groupNotices(listing.data, listing.kinds) : listing.data.map((notice) => ({ notice }));
  return (
    <Page title="Notifications" width="narrow" actions={<>{listing.unread > 0 && <Button onClick={() => void mark('read')}>Mark all as read</Button>}<LinkButton to="/notifications/settings" icon={<Settings2 aria-hidden className="size-4" />}>How to be notified</LinkButton></>}>
      <Boxes box={box} unread={listing.unread} />
      <Narrow box={box} kind={kind} q={q} known={listing.known} />
      <Card padding="none" className="overflow-hidden">
        {entries.length === 0 ? <Empty box={box} narrowed={Boolean(kind || q)} /> : <ul className="divide-y divide-line" aria-label="Notifications">{entries.map((entry) => <li key={'group' in entry && entry.group ? entry.group.kind : (entry as { notice: Notice }).notice.id}><EntryLine entry={entry} /></li>)}</ul>}
      </Card>
      <Pages next={listing.nextCursor} />
    </Page>
  );
}

function useFresh(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const again = () => void revalidate();
    addEventListener(NOTIFICATIONS_CHANGED, again);
    return () => removeEventListener(NOTIFICATIONS_CHANGED, again);
  }, [revalidate]);
}

function Boxes({ box, unread }: { box: Box; unread: number }) {
  return (
    <nav aria-label="Boxes" className="-mx-4 flex gap-1 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      {BOXES.map(([name, label]) => (
        <Link key={name} to={`/notifications${name === 'inbox' ? '' : `?box=${name}`}`} aria-current={name === box ? 'page' : undefined} className={cx('-mb-px flex shrink-0 items-center gap-1.5 rounded-t-md border-b-2 px-3 py-2 font-medium focus-visible:-outline-offset-2', name === box ? 'border-accent-text text-ink' : 'border-transparent text-ink-2 hover:text-ink')}>
          {label}
          {name === 'unread' && unread > 0 && <span className="figures rounded-full bg-accent-soft px-1.5 text-xs text-accent-text">{unread}</span>}
        </Link>
      ))}
    </nav>
  );
}

function Narrow({ box, kind, q, known }: { box: Box; kind: string; q: string; known: Listing['known'] }) {
  const submit = useSubmit();
  const options = [{ value: '', label: 'All kinds' }, ...known.map((each) => ({ value: each.kind, label: each.says }))];
  return (
    <Form role="search" className="flex flex-wrap gap-2" onChange={(event) => void submit(event.currentTarget, { replace: true })}>
      {box !== 'inbox' && <input type="hidden" name="box" value={box} />}
      <div className="min-w-0 flex-1 basis-48"><SearchInput name="q" aria-label="Search notifications" placeholder="Search" defaultValue={q} key={`${box}${kind}`} /></div>
      <Select name="kind" aria-label="Kind" value={kind} onChange={() => {}} options={options} className="w-full sm:w-56" />
    </Form>
  );
}

function Empty({ box, narrowed }: { box: Box; narrowed: boolean }) {
  const navigate = useNavigate();
  if (narrowed) return <NothingMatches onClear={() => void navigate(box === 'inbox' ? '.' : `?box=${box}`)} />;
  const words: Record<Box, readonly [string, string]> = {
    inbox: ['Nothing new', 'What happens in this workspace and matters to you appears here.'],
    unread: ['All read', 'You have seen everything there is.'],
    snoozed: ['Nothing is snoozed', 'Put a notification off and it waits here until its time.'],
    archived: ['Nothing in the archive', 'What you archive is kept here.'],
  };
  return <NothingYet icon={BellOff} title={words[box][0]}>{words[box][1]}</NothingYet>;
}

function Pages({ next }: { next: string | null }) {
  const [params] = useSearchParams();
  const older = new URLSearchParams(params);
  if (next) older.set('cursor', next);
  const newest = new URLSearchParams(params);
  newest.delete('cursor');
  if (!next && !params.has('cursor')) return null;
  return (
    <div className="flex justify-between gap-2">
      {params.has('cursor') ? <LinkButton to={`/notifications?${newest}`}>Newest</LinkButton> : <span />}
      {next && <LinkButton to={`/notifications?${older}`}>Older</LinkButton>}
    </div>
  );
}
