import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { useOperation } from '#ui/use-operation.ts';

export interface CustomerAddress {
  id: string;
  name: string;
  company: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  phone: string | null;
  isDefault: boolean;
}

interface Props {
  customerId: string;
  addresses: readonly CustomerAddress[];
  may: Record<string, boolean>;
}

/** Where the customer lets things be sent to. */
export function Addresses({ customerId, addresses, may }: Props) {
  const [editing, setEditing] = useState<CustomerAddress | 'new' | null>(null);
  const [removing, setRemoving] = useState<CustomerAddress | null>(null);
  const remove = useOperation('customers.remove-address', { done: 'Address removed' });
  const close = () => setEditing(null);
  return (
    <Card title="Addresses" actions={may['customers.add-address'] && <Button size="small" onClick={() => setEditing('new')}>Add</Button>}>
      {addresses.length === 0 && <p className="text-ink-3">None yet.</p>}
      <ul className="flex flex-col gap-4">
        {addresses.map((address) => (
          <li key={address.id}>
            <AddressLines address={address} />
            <div className="mt-1 flex gap-1">
              {may['customers.update-address'] && <Button kind="quiet" size="small" className="-ml-2.5" aria-label={`Change the address ${address.line1}`} onClick={() => setEditing(address)}>Change</Button>}
              {may['customers.remove-address'] && <Button kind="quiet" size="small" aria-label={`Remove the address ${address.line1}`} onClick={() => setRemoving(address)}>Remove</Button>}
            </div>
          </li>
        ))}
      </ul>
      <Dialog title={editing === 'new' ? 'Add address' : 'Change address'} size="large" open={editing !== null} onOpenChange={(open) => !open && close()}>
        {editing && <AddressForm customerId={customerId} address={editing === 'new' ? undefined : editing} onClose={close} />}
      </Dialog>
      <ConfirmDialog title="Remove this address?" confirm="Remove" open={removing !== null} onOpenChange={(open) => !open && setRemoving(null)} onConfirm={() => remove.run({ id: customerId, addressId: removing!.id })}>
        Orders keep the address they were sent to.
      </ConfirmDialog>
    </Card>
  );
}

function AddressLines({ address }: { address: CustomerAddress }) {
  const { locale } = useLocale();
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(address.country) ?? address.country;
  const town = [address.city, address.region, address.postalCode].filter(Boolean).join(' ');
  return (
    <address className="not-italic">
      <span className="flex flex-wrap items-center gap-2 font-medium">{address.name}{address.isDefault && <Badge tone="accent">Default</Badge>}</span>
      {[address.company, address.line1, address.line2, town, country, address.phone].filter(Boolean).map((line) => <span key={line} className="block text-ink-2">{line}</span>)}
    </address>
  );
}

function AddressForm({ customerId, address, onClose }: { customerId: string; address: CustomerAddress | undefined; onClose(): void }) {
  const text = (name: keyof CustomerAddress, more: object = {}) => <Input name={name} defaultValue={String(address?.[name] ?? '')} maxLength={200} data-empty="keep" {...more} />;
  return (
    <OperationForm operation={address ? 'customers.update-address' : 'customers.add-address'} input={{ id: customerId, ...(address && { addressId: address.id }) }} submit={address ? 'Save' : 'Add'} done="Address saved" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <FieldRow><Field label="Name" name="name" required>{text('name', { autoFocus: true })}</Field><Field label="Company" name="company" optional>{text('company')}</Field></FieldRow>
      <FieldRow><Field label="Street and number" name="line1" required>{text('line1')}</Field><Field label="Apartment, floor" name="line2" optional>{text('line2')}</Field></FieldRow>
      <FieldRow columns={3}><Field label="City" name="city" required>{text('city')}</Field><Field label="State or region" name="region" optional>{text('region')}</Field><Field label="Postcode" name="postalCode">{text('postalCode')}</Field></FieldRow>
      <FieldRow><Field label="Country" name="country" description="Two letters, like AU." required>{text('country', { maxLength: 2, className: 'uppercase' })}</Field><Field label="Phone" name="phone" optional>{text('phone')}</Field></FieldRow>
      <Checkbox name="isDefault" label="Use as the default address" defaultChecked={address?.isDefault ?? false} />
    </OperationForm>
  );
}
