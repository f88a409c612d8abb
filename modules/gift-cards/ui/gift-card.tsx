import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Money, MoneyInput, type MoneyValue } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { AccountState } from './gift-cards.tsx';

interface Entry {
  id: string;
  kind: 'issued' | 'spent' | 'returned' | 'adjusted';
  amount: MoneyValue;
  balance: MoneyValue;
  orderId: string | null;
  note: string;
  byName: string;
  at: string;
}

interface Account {
  id: string;
  kind: 'gift_card' | 'store_credit';
  last4: string | null;
  state: string;
  balance: MoneyValue;
  issued: MoneyValue;
  email: string;
  customerId: string | null;
  orderId: string | null;
  expiresAt: string | null;
  note: string;
  createdAt: string;
  entries: Entry[];
}

const nameOf = ({ kind, last4 }: Pick<Account, 'kind' | 'last4'>) => (kind === 'gift_card' ? `Gift card ···· ${last4}` : 'Store credit');

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData ? nameOf(loaderData.account) : 'Gift card'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  return { account: await ask<Account>(args, 'gift-cards.get', { id: args.params.id }), may: mayRun(args, 'gift-cards.update', 'gift-cards.adjust') };
}

export { PageError as ErrorBoundary };

export default function GiftCardPage() {
  const { account, may } = useLoaderData<typeof loader>();
  const [adjusting, setAdjusting] = useState(false);
  const off = account.state === 'off';
  const update = useOperation('gift-cards.update', { done: off ? 'It can be spent again' : 'It can no longer be spent' });
  useLive('customers');
  return (
    <Page title={<span className="figures">{nameOf(account)}</span>} width="reading" crumbs={[{ label: 'Gift cards', to: '/gift-cards' }]} beside={<AccountState state={account.state} />} actions={<>{may['gift-cards.update'] && <Button pending={update.pending} onClick={() => void update.run({ id: account.id, active: off })}>{off ? 'Turn on' : 'Turn off'}</Button>}{may['gift-cards.adjust'] && <Button kind="primary" onClick={() => setAdjusting(true)}>Change balance</Button>}</>}>
      <Columns main={<Ledger entries={account.entries} />} side={<About account={account} />} />
      <Dialog title="Change balance" open={adjusting} onOpenChange={setAdjusting}>{adjusting && <Adjust account={account} onClose={() => setAdjusting(false)} />}</Dialog>
    </Page>
  );
}

const words: Record<Entry['kind'], string> = { issued: 'Put on', spent: 'Spent', returned: 'Came back', adjusted: 'Changed by hand' };

function Ledger({ entries }: { entries: readonly Entry[] }) {
  return (
    <Card title="Movements" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex items-start justify-between gap-4 px-4 py-3 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium">{words[entry.kind]}{entry.orderId && <> · <TextLink to={`/orders/${entry.orderId}`}>order</TextLink></>}</p>
              <p className="text-[13px] break-words text-ink-3">{entry.note && `${entry.note} · `}{entry.byName} · <DateTime at={entry.at} /></p>
            </div>
            <div className="text-right"><p className="font-medium"><Money value={entry.amount} /></p><p className="text-[13px] whitespace-nowrap text-ink-3"><Money value={entry.balance} /> left</p></div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ account }: { account: Account }) {
  const facts: [string, React.ReactNode][] = [['Left', <Money key="b" value={account.balance} className="font-semibold" />], ['Put on', <Money key="i" value={account.issued} />]];
  if (account.email) facts.push(['For', <span key="e" className="break-words">{account.email}</span>]);
  if (account.customerId) facts.push(['Customer', <TextLink key="c" to={`/customers/${account.customerId}`}>Open</TextLink>]);
  if (account.orderId) facts.push(['Bought with', <TextLink key="o" to={`/orders/${account.orderId}`}>an order</TextLink>]);
  facts.push(['Expires', account.expiresAt ? <DateTime key="x" at={account.expiresAt} as="date" /> : 'Never'], ['Issued', <DateTime key="d" at={account.createdAt} as="date" />]);
  if (account.note) facts.push(['Note', account.note]);
  return <Card title="About"><Facts facts={facts} /></Card>;
}

function Adjust({ account, onClose }: { account: Account; onClose(): void }) {
  const shape = ({ way, ...rest }: Record<string, unknown>) => ({ ...rest, amount: (way === 'off' ? -1 : 1) * Number(rest.amount ?? 0) });
  return (
    <OperationForm operation="gift-cards.adjust" input={{ id: account.id }} shape={shape} submit="Change" done="Balance changed" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="What" name="way"><Select name="way" defaultValue="on" options={[{ value: 'on', label: 'Put on' }, { value: 'off', label: 'Take off' }]} /></Field>
      <Field label="Amount" name="amount" required><MoneyInput name="amount" as="amount" currency={account.balance.currency} autoFocus /></Field>
      <Field label="Why" name="note" required><Input name="note" maxLength={500} /></Field>
    </OperationForm>
  );
}
