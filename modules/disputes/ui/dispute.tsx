import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Money } from '#ui/money.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Dispute } from './dispute-shape.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { TasksCard, type DisputeTask } from './tasks-card.tsx';
import { DisputeState, dueText, reasonWords } from './words.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData ? `Dispute of order #${loaderData.dispute.orderNumber}` : 'Dispute'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id = '' } = args.params;
  const [dispute, tasks] = await Promise.all([ask<Dispute>(args, 'disputes.get', { id }), askIfAllowed<{ data: DisputeTask[] }>(args, 'tasks.list', { filter: { aboutId: id }, limit: 5 })]);
  return { dispute, tasks: tasks?.data ?? null, may: mayRun(args, 'disputes.submit', 'disputes.accept', 'disputes.write-evidence') };
}

export { PageError as ErrorBoundary };

export default function DisputePage() {
  const { dispute, tasks, may } = useLoaderData<typeof loader>();
  useLive('orders', ...(tasks ? (['tasks'] as const) : []));
  const mayAnswer = dispute.answerable && may['disputes.write-evidence'] === true;
  return (
    <Page
      title={<span className="figures">Dispute of order #{dispute.orderNumber}</span>}
      width="reading"
      crumbs={[{ label: 'Disputes', to: '/disputes' }]}
      beside={<DisputeState state={dispute.state} />}
      about={<><span className="font-medium text-ink">{dispute.answering ? 'The answer is on its way to the provider.' : dispute.sentence}</span> <span className="text-ink-3">{dueText(dispute.respondBy, dispute.state)}</span></>}
      actions={<Actions dispute={dispute} mayAnswer={mayAnswer} />}
    >
      <Columns main={<><EvidenceForm key={`${dispute.id}-${String(mayAnswer)}`} dispute={dispute} mayWrite={mayAnswer} /><History dispute={dispute} /></>} side={<><About dispute={dispute} /><TasksCard tasks={tasks ?? []} /></>} />
    </Page>
  );
}

function Actions({ dispute: { id, state, amount, withdrawn }, mayAnswer }: { dispute: Dispute; mayAnswer: boolean }) {
  const [sure, setSure] = useState<'submit' | 'accept' | null>(null);
  const submit = useOperation('disputes.submit', { done: 'Evidence handed in' });
  const accept = useOperation('disputes.accept', { done: 'Dispute accepted' });
  if (!mayAnswer) return null;
  const close = (open: boolean) => !open && setSure(null);
  return (
    <>
      <Button pending={accept.pending} onClick={() => setSure('accept')}>Accept</Button>
      <Button kind="primary" pending={submit.pending} onClick={() => setSure('submit')}>Hand in evidence</Button>
      <ConfirmDialog title="Hand in the evidence?" confirm="Hand in" kind="primary" open={sure === 'submit'} onOpenChange={close} onConfirm={() => void submit.run({ id })}>It goes to the bank as it stands here, with everything about the order as a PDF. It cannot be changed afterwards.</ConfirmDialog>
      <ConfirmDialog title="Accept the dispute?" confirm="Accept" open={sure === 'accept'} onOpenChange={close} onConfirm={() => void accept.run({ id })}>The buyer keeps <Money value={withdrawn.amount > 0 ? withdrawn : amount} />. {state === 'inquiry' ? 'The bank hears that you do not object.' : 'This cannot be undone.'}</ConfirmDialog>
    </>
  );
}

function About({ dispute }: { dispute: Dispute }) {
  const facts: [string, React.ReactNode][] = [
    ['Order', <TextLink key="o" to={`/orders/${dispute.orderId}`}>#{dispute.orderNumber}</TextLink>],
    ['Disputed', <Money key="a" value={dispute.amount} className="font-semibold" />],
    ['Held by the bank', <Money key="w" value={dispute.withdrawn} />],
    ['Fee', <Money key="f" value={dispute.fee} />],
    ['Reason', reasonWords[dispute.reason] ?? dispute.reason],
    ['Answer by', dispute.respondBy ? <DateTime key="r" at={dispute.respondBy} /> : 'Nothing to answer'],
    ['Opened', <DateTime key="n" at={dispute.openedAt} />],
    ['At the provider', <span key="p" className="break-all">{dispute.provider} · {dispute.reference}</span>],
  ];
  if (dispute.submittedAt) facts.push(['Handed in', <DateTime key="s" at={dispute.submittedAt} />]);
  return <><Card title="About"><Facts facts={facts} /></Card><Card title="Everything for the bank" about="Order, payment, parcels, mails, earlier orders and your policies."><PackButton id={dispute.id} orderNumber={dispute.orderNumber} /></Card></>;
}

// The browser asks for the file itself: it is drawn anew each time.
function PackButton({ id, orderNumber }: { id: string; orderNumber: number }) {
  return <a href={`./${id}/pack.pdf`} download={`dispute-order-${orderNumber}.pdf`} className="inline-flex items-center gap-1.5 font-medium text-accent-text hover:underline"><FileText aria-hidden className="size-4" />Open as PDF</a>;
}

function History({ dispute }: { dispute: Dispute }) {
  return (
    <Card title="What happened" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {dispute.timeline.toReversed().map((entry) => (
          <li key={entry.id} className="px-4 py-3 sm:px-5"><p>{entry.says}</p><p className="text-[13px] text-ink-3">{entry.byName} · <DateTime at={entry.at} /></p></li>
        ))}
      </ul>
    </Card>
  );
}
