import type { JSX, TargetedSubmitEvent } from 'preact';
import type { CartSummary, LineSummary } from '../cart-summary.ts';
import { CartSums } from './cart-sums.tsx';
import { Picture } from '../parts/picture.tsx';

export interface CartPanelProps {
  cart: CartSummary;
  /** Where the cart page lives; lines post below it. */
  cartHref: string;
  checkoutHref: string;
  /** Set once scripts run: changes a line without leaving the page. */
  onChange?: (line: LineSummary, quantity: number) => void;
  /** Set once scripts run: sends any other form of the cart. */
  onSend?: (action: string, fields: Record<string, string>) => void;
  waiting?: boolean;
}

/** The lines and the sum of a cart, for the cart page and the drawer. Every control is a form first. */
export function CartPanel(props: CartPanelProps): JSX.Element {
  const { cart, cartHref, checkoutHref, onSend, waiting } = props;
  const stuck = cart.lines.some((line) => line.blocked);
  return (
    <div class={waiting ? 'cart waiting' : 'cart'}>
      <ul class="lines">
        {cart.lines.map((line) => <Line key={line.id} line={line} {...props} />)}
      </ul>
      <div class="cart-sum">
        <CartSums cart={cart} cartHref={cartHref} onSend={onSend} />
        <form method="post" action={checkoutHref}>
          <button class="button wide" disabled={stuck}>Check out</button>
        </form>
        {stuck && <p class="quiet">Please mend the marked items first.</p>}
      </div>
    </div>
  );
}

function Line({ line, cartHref, onChange }: CartPanelProps & { line: LineSummary }): JSX.Element {
  return (
    <li class="line">
      <Picture of={line.image} alt="" sizes="88px" />
      <div class="line-words">
        {line.href ? <a class="line-title" href={line.href}>{line.title}</a> : <span class="line-title">{line.title}</span>}
        {line.variantTitle && <span class="quiet">{line.variantTitle}</span>}
        {line.plan && <span class="quiet">{line.plan}</span>}
        {line.problem && <span class={line.blocked ? 'bad' : 'quiet'}>{line.problem}</span>}
      </div>
      <p class="line-sum">{line.reduced && <s><span class="hush">instead of </span>{line.total}</s>}<strong>{line.reduced || line.total}</strong>{line.quantity > 1 && <span class="quiet">{line.unitPrice} each</span>}</p>
      <Quantity line={line} cartHref={cartHref} onChange={onChange} />
    </li>
  );
}

type Change = Pick<CartPanelProps, 'cartHref' | 'onChange'> & { line: LineSummary };

function Quantity({ line, cartHref, onChange }: Change): JSX.Element {
  const name = line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    if (!onChange) return;
    event.preventDefault();
    const typed = Number((event.currentTarget.elements.namedItem('quantity') as HTMLInputElement).value);
    const step = (event.submitter as HTMLButtonElement | null)?.value;
    onChange(line, stepped(typed, step));
  };
  return (
    <form class="quantity" method="post" action={`${cartHref}/lines/${line.id}`} onSubmit={submit}>
      <button class="hush" tabIndex={-1} aria-hidden="true">Update</button>
      <button name="step" value="less" aria-label={`One less: ${name}`}>−</button>
      <input name="quantity" value={line.quantity} inputMode="numeric" pattern="[0-9]*" maxLength={4} aria-label={`Quantity: ${name}`} autocomplete="off" />
      <button name="step" value="more" aria-label={`One more: ${name}`}>+</button>
      <button class="link" name="step" value="remove" aria-label={`Remove: ${name}`}>Remove</button>
    </form>
  );
}

/** What a press on − + or Remove makes of the quantity that stands in the field. */
export function stepped(quantity: number, step: string | undefined): number {
  if (step === 'remove') return 0;
  const base = Number.isFinite(quantity) ? Math.max(0, Math.trunc(quantity)) : 1;
  return Math.min(9999, Math.max(0, base + (step === 'more' ? 1 : step === 'less' ? -1 : 0)));
}
