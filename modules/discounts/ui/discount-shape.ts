import type { Locale } from '#ui/locale.tsx';
import { moneyText, type MoneyValue } from '#ui/money.tsx';
import { sentenceOf } from '../preview.ts';

export type Kind = 'percentage' | 'fixed' | 'buy_x_get_y' | 'free_shipping';
export type Class = 'product' | 'order' | 'shipping';

export interface Things {
  productIds: string[];
  collectionIds: string[];
}

export interface Terms {
  percent: number | null;
  amounts: Record<string, number>;
  things: Things;
  buy: Things;
  buyQuantity: number;
  getQuantity: number;
  mostTimes: number | null;
  minimumSubtotal: Record<string, number>;
  minimumQuantity: number;
  groupIds: string[];
  firstOrder: boolean;
  combines: Class[];
}

/** What `discounts.get` answers. */
export interface Discount {
  id: string;
  title: string;
  code: string | null;
  kind: Kind;
  class: Class;
  terms: Terms;
  names: Record<string, string>;
  active: boolean;
  state: string;
  startsAt: string | null;
  endsAt: string | null;
  maxUses: number | null;
  maxPerCustomer: number | null;
  sentence: string;
  timesUsed: number;
  given: MoneyValue[];
}

/** The discount as its editor holds it; ids travel with their names. */
export interface DiscountDraft {
  title: string;
  way: 'code' | 'automatic';
  code: string;
  kind: Kind;
  terms: Terms;
  names: Record<string, string>;
  active: boolean;
  startsAt: string | null;
  endsAt: string | null;
  maxUses: number | null;
  maxPerCustomer: number | null;
}

const NOTHING: Things = { productIds: [], collectionIds: [] };
const PLAIN: Terms = { percent: 1_000, amounts: {}, things: NOTHING, buy: NOTHING, buyQuantity: 1, getQuantity: 1, mostTimes: null, minimumSubtotal: {}, minimumQuantity: 0, groupIds: [], firstOrder: false, combines: [] };

export function draftOf(discount: Discount | null): DiscountDraft {
  if (!discount) return { title: '', way: 'code', code: '', kind: 'percentage', terms: PLAIN, names: {}, active: true, startsAt: null, endsAt: null, maxUses: null, maxPerCustomer: null };
  const { title, code, kind, terms, names, active, startsAt, endsAt, maxUses, maxPerCustomer } = discount;
  return { title, way: code === null ? 'automatic' : 'code', code: code ?? '', kind, terms, names, active, startsAt, endsAt, maxUses, maxPerCustomer };
}

/** What create and update take. Terms that another kind would need are left behind. */
export function inputOf({ way, code, names: _names, kind, terms, ...rest }: DiscountDraft): Record<string, unknown> {
  const title = rest.title.trim() || (way === 'code' ? code.trim().toUpperCase() : '');
  return { ...rest, title, kind, code: way === 'code' ? code : null, terms: termsOf(kind, terms) };
}

function termsOf(kind: Kind, terms: Terms): Terms {
  const buys = kind === 'buy_x_get_y';
  return {
    ...terms,
    percent: kind === 'percentage' || buys ? terms.percent : null,
    amounts: kind === 'fixed' ? terms.amounts : {},
    things: kind === 'free_shipping' ? NOTHING : terms.things,
    buy: buys ? terms.buy : NOTHING,
    mostTimes: buys ? terms.mostTimes : null,
    minimumQuantity: buys ? 0 : terms.minimumQuantity,
  };
}

/** The discount in one sentence, while it is being written. */
export function previewOf(draft: DiscountDraft, { currency, locale }: Pick<Locale, 'currency' | 'locale'>): string {
  const code = draft.way === 'code' ? draft.code.trim().toUpperCase() || '…' : null;
  return sentenceOf({ kind: draft.kind, code, terms: termsOf(draft.kind, draft.terms), maxUses: draft.maxUses, maxPerCustomer: draft.maxPerCustomer }, new Map(Object.entries(draft.names)), { currency, show: (value) => moneyText(value, locale) });
}

export function classOf({ kind, terms }: Pick<DiscountDraft, 'kind' | 'terms'>): Class {
  if (kind === 'free_shipping') return 'shipping';
  return kind === 'buy_x_get_y' || terms.things.productIds.length + terms.things.collectionIds.length > 0 ? 'product' : 'order';
}

export const kindWords: Record<Kind, string> = { percentage: 'Percentage', fixed: 'Amount', buy_x_get_y: 'Buy X, get Y', free_shipping: 'Free delivery' };
