import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CartSummary } from '../cart-summary.ts';
import { CloseIcon } from '../parts/icons.tsx';
import { announce, readCart, sendCart } from './cart-client.ts';
import type { CartAnswer } from './cart-client.ts';
import { LiveCart } from './live-cart.tsx';

/** Opens the cart beside the page at once, with whatever it is waiting for. */
export function openDrawer(answer: Promise<CartAnswer>): void {
  const place = document.getElementById('drawer');
  if (!place) return;
  render(null, place);
  render(<Drawer answer={answer} cartHref={place.dataset['cart']!} checkoutHref={place.dataset['checkout']!} />, place);
}

export function openCart(): void {
  openDrawer(readCart(document.getElementById('drawer')!.dataset['cart']!));
}

/** Sends the form of a product page and shows the cart while the answer travels. */
export function addToCart(form: HTMLFormElement): void {
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const answer = sendCart(form.action, fields);
  openDrawer(answer);
  void answer.then((got) => announce(got.cart, 'refused' in got ? got.refused : 'Added to your cart.'));
}

interface Props {
  answer: Promise<CartAnswer>;
  cartHref: string;
  checkoutHref: string;
}

function Drawer({ answer, cartHref, checkoutHref }: Props): JSX.Element {
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
        {got ? <Content got={got} cartHref={cartHref} checkoutHref={checkoutHref} /> : <p class="empty">One moment…</p>}
      </div>
    </dialog>
  );
}

function Content({ got, cartHref, checkoutHref }: { got: CartAnswer; cartHref: string; checkoutHref: string }): JSX.Element {
  const cart: CartSummary | undefined = got.cart;
  return (
    <>
      {'refused' in got && <p class="note bad">{got.refused}</p>}
      {cart && <LiveCart cart={cart} cartHref={cartHref} checkoutHref={checkoutHref} />}
      <p><a href={cartHref}>Open the cart page</a></p>
    </>
  );
}
