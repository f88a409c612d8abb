import { Gift } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { CreditForm } from './credit-form.tsx';
import { IssueForm, type Issued } from './issue-form.tsx';

interface Row {
  id: string;
  kind: 'gift_card' | 'store_credit';
  last4: string | null;
  owner: string | null;
  state: string;
}

export const meta = () => [{ title: 'Gift cards · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'gift-cards.list'), may: mayRun(args, 'gift-cards.issue')['gift-cards.issue'] === true };
}

export { PageError as ErrorBoundary };

const tones: Record<string, Tone> = { usable: 'good', empty: 'plain', expired: 'warn', off: 'plain' };

export function AccountState({ state }: { state: string }) {
  return <Badge tone={tones[state] ?? 'plain'}>{state.charAt(0).toUpperCase() + state.slice(1)}</Badge>;
}

const kinds = { gift_card: 'Gift card', store_credit: 'Store credit' };

const columns: readonly Shown<Row>[] = [
  { key: 'last4', opens: true, header: 'Card or credit', cell: (row) => <Link data-opens to={`/gift-cards/${row.id}`} prefetch="intent" className="font-medium">{row.kind === 'gift_card' ? <>Gift card <span className="figures">···· {row.last4}</span></> : 'Store credit'}</Link> },
  { key: 'kind', labels: kinds, only: 'filter' },
  { key: 'owner', card: 'bare' },
  { key: 'state', card: 'tag', cell: (row) => <AccountState state={row.state} /> },
  { key: 'balance', card: 'aside' },
  { key: 'expiresAt', card: 'line' },
  { key: 'note', card: 'none', className: 'max-w-[220px] truncate' },
  { key: 'createdAt', card: 'none' },
];

export default function GiftCards() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<'issue' | 'credit' | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  useLive('customers');
  const close = () => setDoing(null);
  const add = may && <Button kind="primary" onClick={() => setDoing('issue')}>Issue gift card</Button>;
  return (
    <Page title="Gift cards" about="Money of your customers that you keep: on gift cards, and as store credit." actions={may && <><Button onClick={() => setDoing('credit')}>Give store credit</Button>{add}</>}>
      <Table label="Gift cards" listing={listing} columns={columns} empty={<NothingYet icon={Gift} title="No gift cards yet" action={add}>Issue one by hand, or sell them: make a product and say on its page that it is a gift card.</NothingYet>} />
      <Dialog title="Issue gift card" open={doing === 'issue'} onOpenChange={(open) => !open && close()}>{doing === 'issue' && <IssueForm onClose={close} onIssued={(card) => { close(); setIssued(card); }} />}</Dialog>
      <Dialog title="Give store credit" open={doing === 'credit'} onOpenChange={(open) => !open && close()}>{doing === 'credit' && <CreditForm onClose={close} />}</Dialog>
      <Dialog title="The gift card is issued" about="Its code is shown this once. Afterwards only its last four letters are known." open={issued !== null} onOpenChange={(open) => !open && setIssued(null)}>
        {issued && <><Copyable value={issued.code} what="the code" />{issued.email && <p className="mt-3 text-[13px] text-ink-2">It is also on its way to {issued.email}.</p>}<DialogActions><Button kind="primary" onClick={() => setIssued(null)}>Done</Button></DialogActions></>}
      </Dialog>
    </Page>
  );
}
