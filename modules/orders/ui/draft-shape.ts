import type { MoneyValue } from '#ui/money.tsx';
import type { Address } from './order-shape.ts';

/** What `orders.get-draft` answers. */
export interface Draft {
  id: string;
  orderId: string | null;
  email: string | null;
  customerName: string;
  lines: { variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: MoneyValue; total: MoneyValue }[];
  shippingMethods: { id: string; name: string; price: MoneyValue }[];
  shippingMethodId: string | null;
  shippingAddress: Address | null;
  subtotal: MoneyValue;
  discount: MoneyValue;
  shipping: MoneyValue;
  tax: MoneyValue;
  taxIncluded: boolean;
  total: MoneyValue;
  note: string;
}

export interface DraftLine {
  variantId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  /** Minor units. */
  unitPrice: number;
}

export interface DraftAddress {
  name: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
}

/** A draft as the page edits it. */
export interface DraftForm {
  email: string;
  customerName: string;
  lines: DraftLine[];
  discount: number;
  shippingMethodId: string;
  address: DraftAddress;
  note: string;
}

const noAddress: DraftAddress = { name: '', line1: '', line2: '', city: '', region: '', postalCode: '', country: '', phone: '' };

export function formOf(draft: Draft | null): DraftForm {
  if (!draft) return { email: '', customerName: '', lines: [], discount: 0, shippingMethodId: '', address: noAddress, note: '' };
  const a = draft.shippingAddress;
  const address = a ? { name: a.name, line1: a.line1, line2: a.line2 ?? '', city: a.city, region: a.region ?? '', postalCode: a.postalCode, country: a.country, phone: a.phone ?? '' } : noAddress;
  const lines = draft.lines.map(({ variantId, title, variantTitle, quantity, unitPrice }) => ({ variantId, title, variantTitle, quantity, unitPrice: unitPrice.amount }));
  return { email: draft.email ?? '', customerName: draft.customerName, lines, discount: draft.discount.amount, shippingMethodId: draft.shippingMethodId ?? '', address, note: draft.note };
}

/** What the two draft operations take. An address without a street is none. */
export function inputOf(form: DraftForm): object {
  const { email, customerName, discount, note } = form;
  return {
    email,
    customerName,
    discount,
    note,
    lines: form.lines.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice })),
    shippingMethodId: form.shippingMethodId || null,
    shippingAddress: form.address.line1 ? { ...form.address, name: form.address.name || customerName } : null,
  };
}
