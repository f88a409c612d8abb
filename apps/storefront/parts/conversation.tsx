import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import type { Conversation } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { ErrorSentence } from './fields.tsx';
import { moment } from './moment.ts';

const LONGEST = 5_000;

/** A message that was not taken, and why. */
export interface Unsent {
  text: string;
  wrong: string;
}

interface Props {
  visit: Visit;
  conversation: Conversation | null;
  /** Where the form is sent to. */
  to: string;
  unsent: Unsent | undefined;
}

/** What shopper and shop wrote to each other about an order, and a place to write. */
export function Messages({ visit, conversation, to, unsent }: Props): JSX.Element {
  return (
    <section class="panel" id="messages" aria-labelledby="messages-title">
      <h2 id="messages-title">{conversation ? 'Messages' : 'Write to the shop'}</h2>
      {conversation?.earlier && <p class="quiet">These are the latest messages.</p>}
      {conversation && <Thread visit={visit} conversation={conversation} />}
      <MessageForm to={to} unsent={unsent} says={conversation ? 'Your message' : 'What would you like to ask about this order?'} />
    </section>
  );
}

export function Thread({ visit, conversation }: { visit: Visit; conversation: Conversation }): JSX.Element {
  return (
    <ol class="messages">
      {conversation.messages.map((message) => (
        <li class={message.side} id={message.id}>
          <p class="message">{message.text}</p>
          <p class="quiet">{message.side === 'shop' ? visit.shop.name : 'You'}, <time datetime={new Date(message.at).toISOString()}>{moment(message.at, visit.shop)}</time></p>
        </li>
      ))}
    </ol>
  );
}

/** Works without scripts. The hidden name of the form makes a message that is sent twice one message. */
export function MessageForm({ to, unsent, says }: { to: string; unsent: Unsent | undefined; says: string }): JSX.Element {
  return (
    <form class="stack" method="post" action={to}>
      <input type="hidden" name="form" value={randomUUID()} />
      <MessageField says={says} text={unsent?.text} error={unsent?.wrong} />
      <p><button class="button">Send</button></p>
    </form>
  );
}

export function MessageField({ says, text, error }: { says: string; text: string | undefined; error: string | undefined }): JSX.Element {
  return (
    <div class="field wide">
      <label for="message">{says}</label>
      <textarea id="message" name="text" rows={4} required maxLength={LONGEST} autofocus={error ? true : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'message-error' : undefined}>{text}</textarea>
      <ErrorSentence name="message" error={error} />
    </div>
  );
}
