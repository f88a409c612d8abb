import { Ban, CircleDot, CreditCard, Mail as MailSign, MessageSquare, PackageOpen, Paperclip, PencilLine, Truck } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Select } from '#ui/select.tsx';
import { CommentForm } from './comment-form.tsx';
import { MailSheet } from './mail-sheet.tsx';
import type { Colleague, Mail, Order, TimelineEntry } from './order-shape.ts';
import { kinds, kindOf, newestFirst, type Happening, type Kind } from './timeline-entries.ts';

interface Props {
  order: Order;
  mails: readonly Mail[];
  colleagues: readonly Colleague[];
  may: Record<string, boolean>;
}

const filters = Object.keys(kinds) as Kind[];

/** Everything that happened, newest first: people, the house, mails, parcels. And a place to write to colleagues. */
export function Timeline({ order, mails, colleagues, may }: Props) {
  const [only, setOnly] = useQueryState('show', parseAsStringLiteral(filters).withDefault('all'));
  const [mail, setMail] = useState<Mail>();
  const happened = newestFirst(order.timeline, mails).filter((each) => only === 'all' || kindOf(each) === only);
  return (
    <Card title="Timeline" actions={<Select aria-label="Show in the timeline" value={only} onChange={(event) => void setOnly(event.target.value as Kind)} options={filters.map((value) => ({ value, label: kinds[value] }))} />}>
      {may['orders.add-note'] && <CommentForm orderId={order.id} colleagues={colleagues} />}
      {happened.length === 0 && <p className="py-4 text-center text-ink-3">Nothing of this kind yet.</p>}
      <ol className="relative flex flex-col gap-4 before:absolute before:inset-y-2 before:left-[13px] before:w-px before:bg-line">
        {happened.map((each) => ('mail' in each ? <MailEntry key={each.mail.id} mail={each.mail} onOpen={() => setMail(each.mail)} /> : <Entry key={each.entry.id} orderId={order.id} entry={each.entry} />))}
      </ol>
      <MailSheet order={order} mail={mail} mayResend={may['orders.resend-mail'] === true} open={mail !== undefined} onClose={() => setMail(undefined)} />
    </Card>
  );
}

function Entry({ orderId, entry }: { orderId: string; entry: TimelineEntry }) {
  const inWorkspace = useWorkspacePath();
  return (
    <li className="relative flex gap-3">
      <Sign kind={kindOf({ at: entry.at, entry })} cancelled={entry.kind === 'cancelled'} />
      <div className="min-w-0 flex-1 pt-1">
        <p className={entry.kind === 'note' ? 'rounded-lg bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-line' : 'wrap-anywhere'}><WithNames text={entry.says} names={entry.mentions.map(({ name }) => name)} /></p>
        {entry.files.length > 0 && (
          <ul className="mt-1.5 flex flex-wrap gap-2">
            {entry.files.map((file) => <li key={file.id}><a href={`/admin${inWorkspace(`/orders/${orderId}/files/${file.id}`)}`} target="_blank" rel="noreferrer" className="inline-flex max-w-60 items-center gap-1.5 rounded-md border border-line px-2 py-1 text-[13px] hover:bg-hover"><Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-3" /><span className="truncate">{file.name}</span></a></li>)}
          </ul>
        )}
        <p className="text-[13px] text-ink-3">{entry.byName} · <DateTime at={entry.at} /></p>
      </div>
    </li>
  );
}

function MailEntry({ mail, onOpen }: { mail: Mail; onOpen(): void }) {
  const state = mail.state === 'refused' ? ' · could not be delivered' : mail.state === 'waiting' || mail.state === 'sending' ? ' · being sent' : '';
  return (
    <li className="relative flex gap-3">
      <Sign kind="mails" />
      <div className="min-w-0 flex-1 pt-1">
        <p className="wrap-anywhere">Mail to {mail.to}: “{mail.subject}” <Button kind="quiet" size="small" className="-my-1 h-7!" onClick={onOpen}>Look at it<span className="sr-only">: {mail.subject}</span></Button></p>
        <p className="text-[13px] text-ink-3"><DateTime at={mail.at} />{state}</p>
      </div>
    </li>
  );
}

function WithNames({ text, names }: { text: string; names: readonly string[] }) {
  const parts = names.reduce<string[]>((all, name) => all.flatMap((part) => part.split(new RegExp(`(@${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')})`))), [text]);
  return parts.map((part, i) => (names.some((name) => part === `@${name}`) ? <strong key={`${part}${parts.slice(0, i).length}`} className="font-medium text-accent-text">{part}</strong> : part));
}

const signs = { comments: MessageSquare, mails: MailSign, money: CreditCard, parcels: Truck, returns: PackageOpen, changes: PencilLine, all: CircleDot } as const;

function Sign({ kind, cancelled = false }: { kind: Happening['kind']; cancelled?: boolean }) {
  const Look = cancelled ? Ban : signs[kind ?? 'all'];
  return <span className="z-1 grid size-7 shrink-0 place-items-center rounded-full border border-line bg-surface text-ink-3"><Look aria-hidden className="size-3.5" /></span>;
}
