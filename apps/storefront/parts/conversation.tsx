import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import type { Conversation } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { ErrorSentence } from './fields.tsx';
import { moment } from './moment.ts';

const LONGEST = 5_000;

/** A message that was not taken, and why: because of its words, or of its pictures. */
export interface Unsent {
  text: string;
  wrong: string;
  about: 'text' | 'pictures';
}

interface Props {
  visit: Visit;
  conversation: Conversation | null;
  /** Where the form is sent to. */
  to: string;
  /** Where what is new is asked for. */
  news: string;
  unsent: Unsent | undefined;
}

/** What shopper and shop wrote to each other about an order, and a place to write. */
export function Messages({ visit, conversation, to, news, unsent }: Props): JSX.Element {
  return (
    <section class="panel" id="messages" aria-labelledby="messages-title">
      <h2 id="messages-title">{conversation ? 'Messages' : 'Write to the shop'}</h2>
      {conversation?.earlier && <p class="quiet">These are the latest messages.</p>}
      <Thread visit={visit} conversation={conversation} news={news} />
      <MessageForm to={to} unsent={unsent} says={conversation ? 'Your message' : 'What would you like to ask about this order?'} />
    </section>
  );
}

/** With `news` the page asks there for what is written while it is open. */
export function Thread({ visit, conversation, news }: { visit: Visit; conversation: Conversation | null; news?: string | undefined }): JSX.Element {
  return (
    <div id="thread" data-news={news} data-last={conversation?.messages.at(-1)?.id ?? ''} aria-live={news ? 'polite' : undefined}>
      {conversation && (
        <ol class="messages">
          {conversation.messages.map((message) => (
            <li class={message.side} id={message.id}>
              <p class="message">{message.text}</p>
              <Pictures pictures={message.pictures} />
              <p class="quiet">{message.side === 'shop' ? visit.shop.name : 'You'}, <time datetime={new Date(message.at).toISOString()}>{moment(message.at, visit.shop)}</time></p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Pictures({ pictures }: Pick<Conversation['messages'][number], 'pictures'>): JSX.Element | null {
  if (pictures.length === 0) return null;
  return (
    <ul class="message-pictures">
      {pictures.map(({ url, width, height }, i) => <li><a href={url} target="_blank" rel="noreferrer"><img src={url} alt={`Sent along, ${i + 1} of ${pictures.length}`} width={width} height={height} loading="lazy" /></a></li>)}
    </ul>
  );
}

/** Works without scripts. The hidden name of the form makes a message that is sent twice one message. */
export function MessageForm({ to, unsent, says }: { to: string; unsent: Unsent | undefined; says: string }): JSX.Element {
  return (
    <form class="stack" method="post" action={to} encType="multipart/form-data">
      <input type="hidden" name="form" value={randomUUID()} />
      <MessageField says={says} text={unsent?.text} error={unsent?.about === 'text' ? unsent.wrong : undefined} />
      <PicturesField error={unsent?.about === 'pictures' ? unsent.wrong : undefined} />
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

export function PicturesField({ error }: { error: string | undefined }): JSX.Element {
  return (
    <div class="field wide">
      <label for="pictures">Pictures <span class="quiet">(optional, at most four)</span></label>
      <input id="pictures" name="pictures" type="file" multiple accept="image/jpeg,image/png,image/webp" aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'pictures-error' : undefined} />
      <ErrorSentence name="pictures" error={error} />
    </div>
  );
}
