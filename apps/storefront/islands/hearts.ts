import { keepForLater, LATER, NO_CONNECTION } from './cart-client.ts';
import { base, say } from './place.ts';

/*
 * A press on a heart goes to the server without leaving the page; without a connection it waits on the device, as changes of the cart do.
 * Without scripts the same button sends the form #wish.
 */

interface Answer {
  refused?: string;
  /** It waits for a connection. */
  waits?: true;
}

async function press(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const adding = button.name === 'add';
  show(button, adding);
  const answer = await send(form.action, { [adding ? 'add' : 'remove']: button.value });
  if (answer.refused) show(button, !adding);
  say(answer.refused ?? (answer.waits ? LATER : adding ? 'Added to the wishlist.' : 'Removed from the wishlist.'));
}

async function send(action: string, fields: Record<string, string>): Promise<Answer> {
  const got = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), keepalive: true, headers: { accept: 'application/json' } }).catch(() => null);
  if (got) return got.json().catch(() => ({ refused: NO_CONNECTION })) as Promise<Answer>;
  return (await keepForLater(action, fields)) ? { waits: true } : { refused: NO_CONNECTION };
}

const show = (button: HTMLButtonElement, wished: boolean): void => {
  button.name = wished ? 'remove' : 'add';
  button.setAttribute('aria-pressed', String(wished));
};

/** A page kept from before does not know of the hearts that wait. */
async function showWaiting(): Promise<void> {
  const { changesOf } = await import('./cart-queue.ts');
  for (const { fields } of await changesOf(base()).catch(() => []))
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[form=wish]'))
      if (button.value === (fields['add'] ?? fields['remove'])) show(button, 'add' in fields);
}

export function startHearts(): void {
  if (!navigator.onLine) void showWaiting();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'wish' || !(event.submitter instanceof HTMLButtonElement) || location.pathname.endsWith('/wishlist')) return;
    event.preventDefault();
    void press(form, event.submitter);
  });
}
