import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import type { Address } from './order-shape.ts';

interface Props {
  /** Of the server's field names: "shippingAddress". */
  prefix: string;
  value: Address;
  onChange(value: Address): void;
}

/** Where a parcel or a bill goes. */
export function AddressFields({ prefix, value, onChange }: Props) {
  const text = (key: keyof Address, more: object = {}) => <Input value={value[key] ?? ''} maxLength={200} autoComplete="off" onChange={(event) => onChange({ ...value, [key]: event.target.value || (optional.has(key) ? null : '') })} {...more} />;
  return (
    <>
      <Field label="Name" name={`${prefix}.name`}>{text('name')}</Field>
      <Field label="Company" name={`${prefix}.company`} optional>{text('company')}</Field>
      <Field label="Street and number" name={`${prefix}.line1`}>{text('line1')}</Field>
      <Field label="Apartment, floor" name={`${prefix}.line2`} optional>{text('line2')}</Field>
      <FieldRow>
        <Field label="City" name={`${prefix}.city`}>{text('city')}</Field>
        <Field label="Postcode" name={`${prefix}.postalCode`}>{text('postalCode')}</Field>
      </FieldRow>
      <FieldRow>
        <Field label="State" name={`${prefix}.region`} optional>{text('region')}</Field>
        <Field label="Country" name={`${prefix}.country`}>{text('country', { maxLength: 2, className: 'uppercase' })}</Field>
      </FieldRow>
      <Field label="Phone" name={`${prefix}.phone`} optional>{text('phone', { type: 'tel' })}</Field>
    </>
  );
}

const optional = new Set<keyof Address>(['company', 'line2', 'region', 'phone']);
