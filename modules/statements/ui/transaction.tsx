import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import { KIND_WORDS, MATCH_LOOKS, MATCHES } from './shape.ts';

interface Transaction {
  id: string;
  source: string;
  externalId: string;
  kind: string;
  direction: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  status: string;
  bookedAt: string;
  valueOn: string | null;
  counterpart: string;
  reference: string;
  description: string;
  match: string;
  orderId: string | null;
  file: string | null;
  raw: unknown;
}

export const meta = () => [{ title: 'Transaction · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { transaction: await ask<Transaction>(args, 'statements.transaction', { id: args.params['id']! }) };
}

export { PageError as ErrorBoundary };

export default function TransactionPage() {
  const { transaction } = useLoaderData<typeof loader>();
  const { match, raw } = transaction;
  return (
    <Page title={KIND_WORDS[transaction.kind] ?? transaction.kind} beside={<StatusBadge status={MATCH_LOOKS[match] ?? match} label={MATCHES[match] ?? match} />} crumbs={[{ label: 'Statements', to: '/statements' }]} width="reading">
      <Card title="Transaction"><Facts facts={factsOf(transaction)} /></Card>
      <Card title="As it came"><CodeBlock what="the original" text={JSON.stringify(raw, null, 2)} /></Card>
    </Page>
  );
}

function factsOf(transaction: Transaction): [string, ReactNode][] {
  const { source, externalId, amount, fee, net, currency, status, bookedAt, valueOn, counterpart, reference, description, orderId, file, direction } = transaction;
  const money = (value: number) => <Money value={{ amount: value, currency }} />;
  const texts = [['From or to', counterpart], ['Reference', reference], ['Description', description], ['Value date', valueOn], ['File', file]] as const;
  return [
    ['Account', source],
    [direction === 'in' ? 'Came in' : 'Went out', money(amount)],
    ['Fee', money(fee)],
    ['Net', money(net)],
    ['Booked', <><DateTime at={bookedAt} />{status === 'pending' && ', still pending'}{status === 'void' && ', did not happen'}</>],
    ...texts.filter(([, text]) => text).map(([label, text]): [string, ReactNode] => [label, text]),
    ...(orderId ? [['Order', <TextLink key="order" to={`/orders/${orderId}`}>Open the order</TextLink>] as [string, ReactNode]] : []),
    ['Id there', <Copyable key="id" value={externalId} what="the id" />],
  ];
}
