import { Lock, RotateCw } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { fateWords, MailState } from './mails.tsx';

interface Message {
  id: string;
  subject: string;
  recipient: string;
  sender: string;
  html: string;
  text: string;
  state: string;
  confidential: boolean;
  attempts: number;
  reason: string | null;
  via: string | null;
  fate: string | null;
  fateDetail: string;
  fateAt: string | null;
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
}

export const meta = () => [{ title: 'Mail · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { mail: await ask<Message>(args, 'mail.message', { id: args.params['id'] }), may: mayRun(args, 'mail.resend')['mail.resend'] === true };
}

export { PageError as ErrorBoundary };

export default function MailPage() {
  const { mail, may } = useLoaderData<typeof loader>();
  const again = useOperation<{ id: string }>('mail.resend', { done: 'The mail is on its way', goTo: ({ id }) => `/mails/${id}` });
  const sendable = may && !(mail.confidential && mail.state === 'sent');
  const facts = [
    ['To', mail.recipient],
    ['From', mail.sender],
    ['Written', <DateTime key="at" at={mail.createdAt} />],
    ...(mail.sentAt ? [['Sent', <DateTime key="sent" at={mail.sentAt} />] as const] : []),
    ...(mail.attempts > 1 ? [['Attempts', String(mail.attempts)] as const] : []),
    ...(mail.nextAttemptAt && mail.state === 'waiting' ? [['Next attempt', <DateTime key="next" at={mail.nextAttemptAt} />] as const] : []),
    ...(mail.fate ? [['At the other end', <span key="fate">{fateWords[mail.fate] ?? mail.fate}{mail.fateAt && <>, <DateTime at={mail.fateAt} /></>}{mail.fate !== 'delivered' && mail.fateDetail && <span className="block text-[13px] text-ink-3">{mail.fateDetail}</span>}</span>] as const] : []),
    ...(mail.reason ? [['Why not', mail.reason] as const] : []),
  ] as const;
  return (
    <Page title={mail.subject} beside={<MailState state={mail.state} />} crumbs={[{ label: 'Mails', to: '/mails' }]} width="reading" actions={sendable && <Button icon={<RotateCw aria-hidden className="size-4" />} pending={again.pending} onClick={() => void again.run({ id: mail.id })}>{mail.state === 'sent' || mail.state === 'kept' ? 'Send once more' : 'Try now'}</Button>}>
      <Columns
        main={<Card padding="none" className="overflow-hidden">{mail.confidential ? <Hidden text={mail.text} /> : <iframe title="The mail" sandbox="" srcDoc={mail.html} className="block h-[70vh] w-full bg-white" />}</Card>}
        side={<Card title="Delivery"><Facts facts={facts} /></Card>}
      />
    </Page>
  );
}

function Hidden({ text }: { text: string }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <Lock aria-hidden className="size-6 text-ink-3" />
      <p className="max-w-[44ch] text-ink-2">{text}</p>
    </div>
  );
}
