import type { Hono } from 'hono';
import type { Customer, CustomerAddress } from '../api.ts';
import { findAddressErrors, homeCountry, texts, trimmed } from '../checkout-form.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AddressesPage, AddressPage } from '../pages/account-addresses.tsx';
import { page } from '../visit/page.tsx';
import { fields } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { errorsOf, signedIn } from './signed-in.ts';

export function accountAddressRoutes(app: Hono<ShopEnv>): void {
  app.get('/account/addresses', signedIn(list));
  app.get('/account/addresses/:id', signedIn(open));
  app.post('/account/addresses/:id', signedIn(save));
  app.post('/account/addresses/:id/default', signedIn(useFirst));
  app.post('/account/addresses/:id/removal', signedIn(remove));
}

const DONE: Record<string, string> = { kept: 'The address is kept.', removed: 'The address was removed.', first: 'This address is used first now.' };

function list(c: ShopRequest, customer: Customer): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Addresses · ${visit.shop.name}` }, <AddressesPage visit={visit} customer={customer} done={DONE[visit.url.searchParams.get('done') ?? '']} />);
}

function form(c: ShopRequest, typed: Typed, { errors, status }: { errors: FieldErrors; status: number } = { errors: {}, status: 200 }): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') === 'new' ? undefined : c.req.param('id');
  return page(c, { title: `Address · ${visit.shop.name}` }, <AddressPage visit={visit} typed={typed} errors={errors} id={id} />, status);
}

async function open(c: ShopRequest, customer: Customer): Promise<Response> {
  if (c.req.param('id') === 'new') return form(c, { country: homeCountry(c.var.visit.shop.locale), name: customer.name });
  const address = ownAddress(c, customer);
  return address ? form(c, { ...texts(address), ...(address.isDefault && { isDefault: 'yes' }) }) : notThere(c);
}

function ownAddress(c: ShopRequest, customer: Customer): CustomerAddress | undefined {
  return customer.addresses.find(({ id }) => id === c.req.param('id'));
}

async function notThere(c: ShopRequest): Promise<Response> {
  return c.notFound() as Promise<Response>;
}

async function save(c: ShopRequest, customer: Customer): Promise<Response> {
  const typed = trimmed(await fields(c));
  const errors = findAddressErrors(typed);
  if (Object.keys(errors).length) return form(c, typed, { errors, status: 422 });
  const kept = ownAddress(c, customer);
  if (!kept && c.req.param('id') !== 'new') return notThere(c);
  const { name = '', line1 = '', city = '', country = '', line2 = '', company = '', region = '', postalCode = '', phone = '' } = typed;
  const address = { name, line1, city, country, line2, company, region, postalCode, phone, isDefault: typed['isDefault'] === 'yes' };
  try {
    await (kept ? c.var.visit.tell('storefront.customers.update-address', { ...address, addressId: kept.id }) : c.var.visit.tell('storefront.customers.add-address', address));
    return back(c, 'kept');
  } catch (thrown) {
    return form(c, typed, errorsOf(thrown));
  }
}

async function useFirst(c: ShopRequest, customer: Customer): Promise<Response> {
  const kept = ownAddress(c, customer);
  if (!kept) return notThere(c);
  const { id: addressId, ...address } = kept;
  await c.var.visit.tell('storefront.customers.update-address', { ...address, addressId, isDefault: true });
  return back(c, 'first');
}

/** Pressed twice it is as good as once. */
async function remove(c: ShopRequest, customer: Customer): Promise<Response> {
  const kept = ownAddress(c, customer);
  if (kept) await c.var.visit.tell('storefront.customers.remove-address', { addressId: kept.id });
  return back(c, 'removed');
}

function back(c: ShopRequest, done: string): Response {
  return c.redirect(c.var.visit.href(`/account/addresses?done=${done}`), 303);
}
