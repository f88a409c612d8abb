import type { JSX, TargetedSubmitEvent } from 'preact';
import type { CartSummary } from '../cart-summary.ts';

interface Props {
  cart: CartSummary;
  cartHref: string;
  /** Set once scripts run: sends a form of the cart without leaving the page. */
  onSend?: ((action: string, fields: Record<string, string>) => void) | undefined;
}

/** What the cart comes to: discounts by name, codes with the reason why one does not apply, and the way to free delivery. */
export function CartSums({ cart, cartHref, onSend }: Props): JSX.Element {
  return (
    <>
      {cart.delivery && <DeliveryBar offer={cart.delivery} />}
      <p class="sum"><span>Subtotal</span> <strong>{cart.subtotal}</strong></p>
      {cart.discounts.map((each) => (
        <p class="off" key={each.title}>
          <span>{each.title}{each.endsAt && <> <time class="until" dateTime={each.endsAt} data-until={each.endsAt}>until {each.ends}</time></>}</span>
          <span>{each.amount ? `−${each.amount}` : 'Free'}</span>
        </p>
      ))}
      {cart.discounts.some((each) => each.amount) && <p class="sum"><span>Total</span> <strong>{cart.total}</strong></p>}
      <p class="quiet">Delivery and tax are shown before you pay.</p>
      <Codes cart={cart} cartHref={cartHref} onSend={onSend} />
    </>
  );
}

function DeliveryBar({ offer }: { offer: NonNullable<CartSummary['delivery']> }): JSX.Element {
  return (
    <p class={offer.reached ? 'delivery-bar reached' : 'delivery-bar'}>
      <span id="delivery-says">{offer.says}</span>
      <progress max={offer.of} value={offer.now} aria-labelledby="delivery-says" />
    </p>
  );
}

function Codes({ cart, cartHref, onSend }: Props): JSX.Element {
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    if (!onSend) return;
    event.preventDefault();
    const form = event.currentTarget;
    onSend(form.action, Object.fromEntries(new FormData(form)) as Record<string, string>);
    if (form.classList.contains('code-form')) form.reset();
  };
  return (
    <div class="codes">
      {cart.codes.map(({ code, applied, sentence }) => (
        <form key={code} class="code" method="post" action={`${cartHref}/codes/remove`} onSubmit={send}>
          <input type="hidden" name="code" value={code} />
          <span class={applied ? 'chip on' : 'chip'}>{code}</span>
          <button class="link" aria-label={`Take out the code ${code}`}>Take out</button>
          {!applied && <span class="quiet">{sentence}</span>}
        </form>
      ))}
      <form class="code-form" method="post" action={`${cartHref}/codes`} onSubmit={send}>
        <label for="code">Discount code</label>
        <span class="code-row"><input id="code" name="code" maxLength={60} autocomplete="off" autocapitalize="characters" spellcheck={false} required /><button class="button plain">Apply</button></span>
      </form>
    </div>
  );
}
