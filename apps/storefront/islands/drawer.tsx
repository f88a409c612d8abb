import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CartSummary, LineSummary } from '../cart-summary.ts';
import { CloseIcon } from '../parts/icons.tsx';
import { announce, lastCart, queuedSentence, readCart, sendCart } from './cart-client.ts';
import type { CartAnswer } from './cart-client.ts';
import { CartPanel } from './cart-panel.tsx';
import { LiveCart } from './live-cart.tsx';

/** Opens the cart beside the page at once, as it will look if the shop agrees. */
export function openDrawer(answer: Promise<CartAnswer>, hoped: CartSummary): void {
  const place = document.getElementById('drawer');
  if (!place) return;
  render(null, place);
  render(<Drawer answer={answer} hoped={hoped} before={lastCart()} cartHref={place.dataset['cart']!} checkoutHref={place.dataset['checkout']!} />, place);
}

export function openCart(): void {
  const answer = readCart(document.getElementById('drawer')!.dataset['cart']!);
  openDrawer(answer, lastCart());
  void answer.then((got) => got.cart && announce(got, ''));
}

/** Sends the form of a product and shows the cart with it while the answer travels. */
export function addToCart(form: HTMLFormElement): void {
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const hoped = withLine(lastCart(), hopedLine(form, fields));
  const answer = sendCart(form.action, fields, hoped);
  openDrawer(answer, hoped);
  void answer.then((got) => announce(got, 'Added to your cart.'));
}

/** The line as the page already shows the product: on a card, in the sheet or on its own page. */
function hopedLine(form: HTMLFormElement, fields: Record<string, string>): LineSummary {
  const text = (selector: string): string => document.querySelector(selector)?.firstChild?.textContent?.trim() ?? '';
  const { title, price, image } = form.dataset;
  const chosen = form.querySelector<HTMLInputElement>('input[type=radio]:checked')?.dataset;
  const picture = title === undefined ? document.querySelector('.strip img')?.getAttribute('src')?.split(/[?&]w=/)[0] : image;
  const unitPrice = chosen?.['price'] ?? price ?? text('.buy-price');
  const quantity = Math.max(1, Math.trunc(Number(fields['quantity'] ?? 1)) || 1);
  return {
    id: 'hoped', variantId: fields['variantId'] ?? '', href: '', title: title ?? text('h1'), variantTitle: chosen?.['name'] ?? '',
    image: picture ? { url: picture } : null, quantity, unitPrice, total: quantity === 1 ? unitPrice : '…', reduced: '', plan: '', problem: '', blocked: false,
  };
}

function withLine(cart: CartSummary, line: LineSummary): CartSummary {
  const same = cart.lines.find((each) => line.variantId && each.variantId === line.variantId);
  const lines = same ? cart.lines.map((each) => (each === same ? { ...each, quantity: each.quantity + line.quantity, total: '…' } : each)) : [...cart.lines, line];
  return { ...cart, itemCount: cart.itemCount + line.quantity, subtotal: '…', total: '…', lines };
}

interface Props {
  answer: Promise<CartAnswer>;
  hoped: CartSummary;
  /** What the cart goes back to when the shop says no and cannot say what is in it. */
  before: CartSummary;
  cartHref: string;
  checkoutHref: string;
}

function Drawer({ answer, ...props }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [got, setGot] = useState<CartAnswer>();
  useEffect(() => {
    dialog.current?.showModal();
    void answer.then(setGot);
  }, []);
  const close = (): void => dialog.current?.close();
  const aside = (event: MouseEvent): void => {
    if (event.target === dialog.current) close();
  };
  return (
    <dialog class="drawer" ref={dialog} aria-labelledby="drawer-title" onClick={aside}>
      <div class="drawer-head">
        <h2 id="drawer-title">Your cart</h2>
        <button class="tool" aria-label="Close" onClick={close}><CloseIcon /></button>
      </div>
      <div class="drawer-body">
        {got ? <Agreed got={got} {...props} /> : <Hoped {...props} />}
      </div>
    </dialog>
  );
}

type Shown = Omit<Props, 'answer'>;

/** Nothing in it can be pressed yet: the shop has not agreed. */
function Hoped({ hoped, cartHref, checkoutHref }: Shown): JSX.Element {
  if (hoped.lines.length === 0) return <p class="empty">One moment…</p>;
  return <div inert={true}><CartPanel cart={hoped} cartHref={cartHref} checkoutHref={checkoutHref} waiting /></div>;
}

function Agreed({ got, before, cartHref, checkoutHref }: Shown & { got: CartAnswer }): JSX.Element {
  const later = queuedSentence(got);
  const cart = got.cart ?? before;
  return (
    <>
      {'refused' in got && <p class="note bad" role="alert">{got.refused}</p>}
      {later && <p class="note" role="status">{later}</p>}
      <LiveCart cart={cart} cartHref={cartHref} checkoutHref={checkoutHref} />
      <p class="row drawer-ways"><a href={cartHref}>Open the cart page</a></p>
    </>
  );
}
