import { Search } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { SynonymForm } from './synonym-form.tsx';

interface SearchRow {
  id: string;
  words: string;
  times: number;
  hits: number;
  clicks: number;
}

const views: readonly BuiltInView[] = [
  { key: 'nothing', name: 'Found nothing', question: { filter: { hits: '..0' } } },
  { key: 'unopened', name: 'Found, never opened', question: { filter: { hits: '1..', clicks: '..0' } } },
];

const bulk: readonly BulkAction[] = [{ operation: 'search.forget-query', label: 'Take off the list', about: 'They are counted from one again when somebody searches for them.' }];

export const meta = () => [{ title: 'Search · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const may = mayRun(args, 'search.add-synonym', 'search.forget-query');
  return { listing: await askList<SearchRow>(args, 'search.queries', { views, bulk }), may: may['search.add-synonym'] === true };
}

export { PageError as ErrorBoundary };

function columnsWith(explain: ((words: string) => void) | undefined): readonly Shown<SearchRow>[] {
  return [
    { key: 'words', card: 'title', className: 'max-w-[360px] truncate font-medium' },
    { key: 'times', card: 'aside' },
    { key: 'hits', card: 'tag', cell: (row) => (row.hits === 0 ? <Badge tone="warn">Nothing</Badge> : <span className="figures">{row.hits.toLocaleString('en-AU')}</span>) },
    { key: 'clicks', header: 'Opened', cell: (row) => <span className="figures">{row.clicks} <span className="text-ink-3">({Math.round((100 * row.clicks) / row.times)} %)</span></span> },
    { key: 'lastAt' },
    { key: 'firstAt', card: 'none' },
    ...(explain ? [{ key: 'explain', header: 'Help', card: 'tag' as const, cell: (row: SearchRow) => <Button size="small" kind={row.hits === 0 ? 'secondary' : 'quiet'} aria-label={`Add synonym for ${row.words}`} onClick={() => explain(row.words)}>Add synonym</Button> }] : []),
  ];
}

/** What shoppers look for and whether they find it. */
export default function Searches() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [word, setWord] = useState<string | null>(null);
  return (
    <Page title="Search" about="What shoppers look for and whether they find it, over the last three months. Nothing is kept about who they are." actions={<LinkButton to="/search/synonyms">Synonyms</LinkButton>}>
      <Table label="Searches" listing={listing} columns={columnsWith(may ? setWord : undefined)} bulk={bulk} empty={<NothingYet icon={Search} title="Nobody has searched yet">As soon as shoppers use the search of your shop, their words appear here.</NothingYet>} />
      <Dialog title="Add synonym" about="From now on these words find what you name below." open={word !== null} onOpenChange={(open) => !open && setWord(null)}>
        {word !== null && <SynonymForm word={word} onDone={() => setWord(null)} />}
      </Dialog>
    </Page>
  );
}
