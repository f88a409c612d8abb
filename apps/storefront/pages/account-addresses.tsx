import type { JSX } from 'preact';
import type { Customer, CustomerAddress } from '../api.ts';
import { addressFields, countries, EXTRA_FIELDS } from '../checkout-form.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { ErrorSentence, TextField } from '../parts/fields.tsx';
import type { Visit } from '../visit/visit.ts';

export function AddressesPage({ visit, customer, done }: { visit: Visit; customer: Customer; done: string | undefined }): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Addresses" done={done}>
      {customer.addresses.length === 0
        ? <p class="empty">No address is kept yet. With one, checking out takes a few seconds.</p>
        : <ul class="address-list">{customer.addresses.map((address) => <li class="panel"><Entry visit={visit} address={address} /></li>)}</ul>}
      <p><a class="button" href={visit.href('/account/addresses/new')}>Add an address</a></p>
    </AccountFrame>
  );
}

function Entry({ visit, address }: { visit: Visit; address: CustomerAddress }): JSX.Element {
  const own = visit.href(`/account/addresses/${address.id}`);
  return (
    <>
      <address>{linesOf(address, visit.shop.locale).map((line) => <span>{line}</span>)}</address>
      {address.isDefault && <p class="quiet">Used unless you choose another.</p>}
      <div class="row">
        <a href={own}>Change<span class="hush"> the address {address.line1}</span></a>
        {!address.isDefault && <form method="post" action={`${own}/default`}><button class="link">Use first</button></form>}
        <details class="sure">
          <summary class="link">Remove<span class="hush"> the address {address.line1}</span></summary>
          <form method="post" action={`${own}/removal`}><button class="button quiet-button">Yes, remove it</button></form>
        </details>
      </div>
    </>
  );
}

/** An address as it would stand on a parcel. */
export function linesOf(address: Omit<CustomerAddress, 'id' | 'isDefault'>, locale: string): string[] {
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(address.country) ?? address.country;
  const town = [address.city, address.region, address.postalCode].filter(Boolean).join(' ');
  return [address.name, address.company, address.line1, address.line2, town, country, address.phone].filter((line): line is string => Boolean(line));
}

interface FormProps {
  visit: Visit;
  typed: Typed;
  errors: FieldErrors;
  /** Of an address that is kept already. */
  id: string | undefined;
}

export function AddressPage({ visit, typed, errors, id }: FormProps): JSX.Element {
  const extra = EXTRA_FIELDS.some((field) => typed[field.name]);
  return (
    <AccountFrame visit={visit} title={id ? 'Change the address' : 'A new address'} wrong={errors['form']}>
      <form class="panel" method="post" action={visit.href(`/account/addresses/${id ?? 'new'}`)} noValidate>
        <div class="fields">
          <Country visit={visit} value={typed['country'] ?? ''} error={errors['country']} />
          {addressFields(typed['country']).map((field) => <TextField field={field} value={typed[field.name]} error={errors[field.name]} />)}
        </div>
        <details class="more-fields" open={extra}>
          <summary>Flat, company, phone</summary>
          <div class="fields">{EXTRA_FIELDS.map((field) => <TextField field={field} value={typed[field.name]} error={errors[field.name]} />)}</div>
        </details>
        <label class="check"><input type="checkbox" name="isDefault" value="yes" checked={typed['isDefault'] === 'yes'} /> <span>Use it unless I choose another.</span></label>
        <p class="row"><button class="button">Keep the address</button> <a href={visit.href('/account/addresses')}>Back</a></p>
      </form>
    </AccountFrame>
  );
}

function Country({ visit, value, error }: { visit: Visit; value: string; error: string | undefined }): JSX.Element {
  return (
    <div class="field wide">
      <label for="country">Country</label>
      <select id="country" name="country" autocomplete="country" aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'country-error' : undefined}>
        {countries(visit.shop.locale).map(([code, name]) => <option value={code} selected={code === value}>{name}</option>)}
      </select>
      <ErrorSentence name="country" error={error} />
    </div>
  );
}
