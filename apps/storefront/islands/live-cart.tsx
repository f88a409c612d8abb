import { useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CartSummary, LineSummary } from '../cart-summary.ts';
import { announce, queuedSentence, sendCart } from './cart-client.ts';
import { CartPanel } from './cart-panel.tsx';

interface Props {
  cart: CartSummary;
  cartHref: string;
  checkoutHref: string;
  onCart?: (cart: CartSummary) => void;
}

/** The cart that changes at once and goes back, with the reason, when the server disagrees. */
export function LiveCart({ cart: first, cartHref, checkoutHref, onCart }: Props): JSX.Element {
  const [cart, setCart] = useState(first);
  const [waiting, setWaiting] = useState(0);
  const [refusal, setRefusal] = useState('');
  const agreed = useRef(first);
  const change = async (line: LineSummary, quantity: number): Promise<void> => {
    setCart((now) => withQuantity(now, line.id, quantity));
    setWaiting((n) => n + 1);
    const hoped = withQuantity(agreed.current, line.id, quantity);
    const answer = await sendCart(`${cartHref}/lines/${line.id}`, { quantity: String(quantity) }, hoped);
    agreed.current = answer.cart ?? agreed.current;
    setWaiting((n) => n - 1);
    setCart(agreed.current);
    onCart?.(agreed.current);
    setRefusal('refused' in answer ? answer.refused : queuedSentence(answer));
    announce(answer, spoken(line, quantity, agreed.current));
  };
  const send = async (action: string, fields: Record<string, string>): Promise<void> => {
    setWaiting((n) => n + 1);
    const answer = await sendCart(action, fields, agreed.current);
    agreed.current = answer.cart ?? agreed.current;
    setWaiting((n) => n - 1);
    setCart(agreed.current);
    onCart?.(agreed.current);
    const refused = 'refused' in answer ? answer.refused : queuedSentence(answer);
    setRefusal(refused);
    announce(answer, refused || `The cart comes to ${agreed.current.total}.`);
  };
  return (
    <>
      {refusal && <p class="note bad">{refusal}</p>}
      {cart.lines.length === 0
        ? <p class="empty">Your cart is empty.</p>
        : <CartPanel cart={cart} cartHref={cartHref} checkoutHref={checkoutHref} onChange={change} onSend={(action, fields) => void send(action, fields)} waiting={waiting > 0} />}
    </>
  );
}

function withQuantity(cart: CartSummary, id: string, quantity: number): CartSummary {
  const lines = cart.lines.map((line) => (line.id === id ? { ...line, quantity } : line)).filter((line) => line.quantity > 0);
  return { ...cart, lines, itemCount: lines.reduce((sum, line) => sum + line.quantity, 0) };
}

function spoken(line: LineSummary, quantity: number, cart: CartSummary): string {
  const change = quantity === 0 ? `${line.title} was removed.` : `${line.title}: ${quantity}.`;
  return `${change} Subtotal ${cart.subtotal}.`;
}
