import { formatMoney, money } from '#platform/money.ts';
import { isDisposable } from './marks.ts';

/** Everything that is looked at. Counts are of other orders before this one. */
export interface Signals {
  email: string;
  total: number;
  currency: string;
  mostUnits: number;
  shippingCountry: string;
  billingCountry: string;
  shippingPostcode: string;
  billingPostcode: string;
  /** Where the card was issued; empty where nobody tells. */
  cardCountry: string;
  paidOrders: number;
  sameMailDay: number;
  /** Other mails at the same place within a day. */
  mailsAtPlaceDay: number;
  /** Other mails from the same network within an hour. */
  mailsOfNetworkHour: number;
  /** Other mails with the same card within a week. */
  mailsOfCardWeek: number;
  /** Other cards with the same mail or network within a day. */
  cardsDay: number;
  /** Declined payments of the same mail, place or network within an hour. */
  declinedHour: number;
  disputesBefore: number;
  refusedBefore: number;
  /** Other mails at the same place or network that used a discount code too, within a month. */
  codesElsewhere: number;
  usesCode: boolean;
  /** What nine of ten orders are below, and over how many orders that was found. */
  usual: number;
  usualOver: number;
  /** Paid and shipped orders of this customer, older than a month, that nobody objected to. */
  goodOrders: number;
}

export interface Reason {
  code: string;
  points: number;
  says: string;
}

interface Look {
  code: string;
  /** 0 = says nothing. */
  points(s: Signals): number;
  says(s: Signals): string;
}

const steps = (count: number, ...table: [from: number, points: number][]) => table.findLast(([from]) => count >= from)?.[1] ?? 0;
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** Every reason with its weight. A new one is one entry. */
const looks: readonly Look[] = [
  { code: 'declined-before', points: (s) => steps(s.declinedHour, [1, 8], [2, 25], [4, 50], [8, 65]), says: (s) => `A payment from the same mail, place or network was declined ${times(s.declinedHour)} within an hour.` },
  { code: 'many-cards', points: (s) => steps(s.cardsDay, [1, 10], [2, 30], [4, 45]), says: (s) => `${s.cardsDay + 1} different cards within a day.` },
  { code: 'shared-card', points: (s) => steps(s.mailsOfCardWeek, [1, 25], [2, 40]), says: (s) => `The same card was used with ${s.mailsOfCardWeek} other mail addresses this week.` },
  { code: 'busy-mail', points: (s) => steps(s.sameMailDay, [3, 15], [5, 30]), says: (s) => `${s.sameMailDay} other orders with this mail address within a day.` },
  { code: 'busy-place', points: (s) => steps(s.mailsAtPlaceDay, [2, 20], [4, 35]), says: (s) => `${s.mailsAtPlaceDay} other people ordered to this address within a day.` },
  { code: 'busy-network', points: (s) => steps(s.mailsOfNetworkHour, [2, 20], [4, 35]), says: (s) => `${s.mailsOfNetworkHour} other people ordered from the same network within an hour.` },
  { code: 'other-country', points: (s) => (s.shippingCountry && s.billingCountry && s.shippingCountry !== s.billingCountry ? 20 : 0), says: (s) => `It is billed to ${s.billingCountry} and sent to ${s.shippingCountry}.` },
  { code: 'other-place', points: (s) => (s.shippingCountry === s.billingCountry && s.shippingPostcode !== s.billingPostcode ? 8 : 0), says: () => 'It is billed to another place than it is sent to.' },
  { code: 'card-country', points: (s) => (s.cardCountry && s.billingCountry && s.cardCountry !== s.billingCountry ? 22 : 0), says: (s) => `The card is from ${s.cardCountry}, the billing address in ${s.billingCountry}.` },
  { code: 'disposable-mail', points: (s) => (isDisposable(s.email) ? 25 : 0), says: () => 'The mail address is from a throw-away mail box.' },
  { code: 'odd-mail', points: (s) => (/[a-z]*\d{5,}[a-z\d]*@|[bcdfghjklmnpqrstvwxz]{6,}/i.test(s.email) ? 10 : 0), says: () => 'The mail address looks made up.' },
  { code: 'unusual-amount', points: (s) => (s.usualOver < 20 ? 0 : steps(s.total / Math.max(1, s.usual), [2, 15], [4, 30])), says: (s) => `Nine of ten orders are below ${formatMoney(money(s.usual, s.currency))}; this one is ${formatMoney(money(s.total, s.currency))}.` },
  { code: 'many-units', points: (s) => steps(s.mostUnits, [6, 10], [15, 20]), says: (s) => `${s.mostUnits} of the same thing.` },
  { code: 'disputed-before', points: (s) => steps(s.disputesBefore, [1, 40], [2, 60]), says: (s) => `This buyer or address disputed a payment ${times(s.disputesBefore)} before.` },
  { code: 'refused-before', points: (s) => steps(s.refusedBefore, [1, 50]), says: (s) => `An order of this buyer or address was refused ${times(s.refusedBefore)} before.` },
  { code: 'codes-elsewhere', points: (s) => (s.usesCode ? steps(s.codesElsewhere, [1, 20], [2, 40], [4, 55]) : 0), says: (s) => `${s.codesElsewhere} other mail addresses at this place or network used a discount code within a month.` },
  { code: 'first-order', points: (s) => (s.paidOrders === 0 ? 5 : 0), says: () => 'It is the first order of this customer.' },
  { code: 'good-customer', points: (s) => -steps(s.goodOrders, [1, 10], [3, 25]), says: (s) => `${s.goodOrders} good orders before.` },
];

export interface Scored {
  /** 0 to 100; higher is worse. */
  score: number;
  reasons: Reason[];
}

/** What an order looks like, with every reason named. Reads nothing but what it is given. */
export function scoreOf(signals: Signals): Scored {
  const reasons = looks.flatMap((look) => {
    const points = look.points(signals);
    return points === 0 ? [] : [{ code: look.code, points, says: look.says(signals) }];
  });
  return { score: within(reasons), reasons: reasons.toSorted((a, b) => b.points - a.points) };
}

/** The points of reasons as a score. */
export function within(reasons: readonly Reason[]): number {
  return Math.max(0, Math.min(100, reasons.reduce((sum, { points }) => sum + points, 0)));
}

export const REASON_CODES: readonly string[] = looks.map(({ code }) => code);
