import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import type { Conversation, ConversationSummary } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { MessageField, MessageForm, PicturesField, Thread, type Unsent } from '../parts/conversation.tsx';
import { TextField } from '../parts/fields.tsx';
import { moment } from '../parts/moment.ts';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  conversations: ConversationSummary[];
  /** The conversation before which older ones begin. */
  older: string | null;
  unread: number;
  typed: Typed;
  errors: FieldErrors;
}

/** Everything a customer and the shop wrote to each other, and a place to begin. */
export function AccountMessagesPage({ visit, conversations, older, unread, typed, errors }: Props): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Messages" unread={unread} wrong={errors['form']}>
      {conversations.length === 0
        ? <p class="empty">You have not written to us yet. About an order you best write on <a href={visit.href('/account')}>its page</a>.</p>
        : <ul class="order-list">{conversations.map((each) => <li><Row visit={visit} conversation={each} /></li>)}</ul>}
      {older && <p><a class="button quiet-button" href={visit.href(`/account/messages?before=${older}`)}>Older messages</a></p>}
      <h2>Write to us</h2>
      <form class="stack" method="post" action={visit.href('/account/messages')} encType="multipart/form-data">
        <input type="hidden" name="form" value={randomUUID()} />
        <TextField field={{ name: 'subject', says: 'What is it about?', autocomplete: 'off', required: 'Say in a few words what it is about.', width: 'wide' }} value={typed['subject']} error={errors['subject']} />
        <MessageField says="Your message" text={typed['text']} error={errors['text']} />
        <PicturesField error={errors['pictures']} />
        <p><button class="button">Send</button></p>
      </form>
    </AccountFrame>
  );
}

function Row({ visit, conversation: { id, subject, unread, excerpt, lastSide, lastAt } }: { visit: Visit; conversation: ConversationSummary }): JSX.Element {
  return (
    <a class="panel order-row" href={visit.href(`/account/messages/${id}`)}>
      <span><strong>{subject}</strong><span class="quiet">{moment(lastAt, visit.shop)}</span></span>
      <span class="excerpt">{lastSide === 'shopper' && 'You: '}{excerpt}</span>
      <span>{unread && <strong>New</strong>}</span>
    </a>
  );
}

export function AccountMessagePage({ visit, conversation, unsent }: { visit: Visit; conversation: Conversation; unsent: Unsent | undefined }): JSX.Element {
  const own = visit.href(`/account/messages/${conversation.id}`);
  return (
    <AccountFrame visit={visit} title={conversation.subject}>
      {conversation.orderId && <p><a href={visit.href(`/orders/${conversation.orderId}`)}>Order #{conversation.orderNumber}</a></p>}
      {conversation.earlier && <p><a class="button quiet-button" href={`${own}?before=${conversation.earlier}`}>Earlier messages</a></p>}
      <Thread visit={visit} conversation={conversation} news={visit.url.searchParams.has('before') ? undefined : `${own}/news`} />
      <MessageForm to={own} unsent={unsent} says="Your message" />
    </AccountFrame>
  );
}
