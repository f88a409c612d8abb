import { Replace } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { SynonymForm, type SynonymRow } from './synonym-form.tsx';

export const meta = () => [{ title: 'Synonyms · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<SynonymRow>(args, 'search.synonyms'), may: mayRun(args, 'search.add-synonym')['search.add-synonym'] === true };
}

export { PageError as ErrorBoundary };

const ways = { both: 'Both ways', one: 'One way' };

function columnsWith(change: ((row: SynonymRow) => void) | undefined): readonly Shown<SynonymRow>[] {
  return [
    { key: 'word', card: 'title', className: 'font-medium' },
    { key: 'others', card: 'bare', className: 'max-w-[480px] truncate' },
    { key: 'kind', card: 'tag', labels: ways, cell: (row) => ways[row.kind] },
    { key: 'updatedAt', card: 'none' },
    ...(change ? [{ key: 'change', header: 'Change', card: 'aside' as const, cell: (row: SynonymRow) => <Button size="small" aria-label={`Change the synonyms of ${row.word}`} onClick={() => change(row)}>Change</Button> }] : []),
  ];
}

export default function Synonyms() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<SynonymRow | 'new' | null>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing('new')}>Add synonym</Button>;
  return (
    <Page title="Synonyms" about="Other words shoppers use for what you sell. They hold at once, in every shop front." crumbs={[{ label: 'Search', to: '/search' }]} actions={add}>
      <Table label="Synonyms" listing={listing} columns={columnsWith(may ? setEditing : undefined)} empty={<NothingYet icon={Replace} title="No synonyms yet" action={add}>If you sell sofas and people look for a couch, add one here.</NothingYet>} />
      <Dialog title={editing === 'new' ? 'Add synonym' : 'Change synonym'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <SynonymForm synonym={editing === 'new' ? undefined : editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}
