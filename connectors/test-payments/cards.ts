import { Refusal } from '#platform/refusal.ts';
import type { PaymentChoice, PaymentSource } from '#modules/payments/index.ts';

export type Behaviour = 'ok' | 'declined' | 'late' | 'silent' | 'twice' | 'disputed' | 'not-received' | 'inquiry' | 'abroad' | 'declined-again' | 'asks-again';

/** The test provider's cards; each behaves in one way, always. Any other number is refused, so a real card never gets in. */
export const testCards: Record<string, Behaviour> = {
  '4242424242424242': 'ok',
  '4000000000000002': 'declined',
  '4000000000000341': 'late',
  '4000000000000119': 'silent',
  '4000000000005126': 'twice',
  '4000000000000259': 'disputed',
  '4000000000002685': 'not-received',
  '4000000000001976': 'inquiry',
  '4000002500000003': 'abroad',
  '4000000000009995': 'declined-again',
  '4000002760003184': 'asks-again',
};

const numberOf = new Map(Object.entries(testCards).map(([number, behaviour]) => [`tok_test_${behaviour}`, { number, behaviour }]));

/** A card number or token as what may be stored: token, brand, last four digits. */
export function sourceOf(choice: PaymentChoice): PaymentSource {
  const token = choice.token ?? tokenOf(choice);
  const card = numberOf.get(token);
  if (!card) throw new Refusal('invalid_card', 'The test provider does not know this token.');
  return { token, brand: 'visa', last4: card.number.slice(-4) };
}

function tokenOf({ cardNumber, cardExpiry }: PaymentChoice): string {
  if (!cardNumber) throw new Refusal('invalid_card', 'Please enter a card number.');
  const behaviour = testCards[cardNumber.replaceAll(/[\s-]/g, '')];
  if (!behaviour) throw new Refusal('invalid_card', 'This shop takes test cards only, such as 4242 4242 4242 4242.');
  if (cardExpiry !== undefined && isPast(cardExpiry)) throw new Refusal('invalid_card', 'The expiry date of this card is not valid.');
  return `tok_test_${behaviour}`;
}

function isPast(expiry: string): boolean {
  const match = /^(0[1-9]|1[0-2])\s*\/\s*(?:20)?(\d{2})$/.exec(expiry.trim());
  if (!match) return true;
  const firstDayAfter = Date.UTC(2000 + Number(match[2]), Number(match[1]), 1);
  return firstDayAfter <= Date.now();
}

export function behaviourOf(token: string): Behaviour {
  return numberOf.get(token)?.behaviour ?? 'declined';
}
