import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Columns } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select } from '#ui/select.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';

interface Seller {
  company: string;
  address: string;
  taxNumber: string;
  email: string;
  footer: string;
  paper: 'auto' | 'A4' | 'LETTER';
}

export const meta = () => [{ title: 'Invoices · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { seller: await ask<Seller>(args, 'invoices.seller'), may: mayRun(args, 'invoices.set-seller')['invoices.set-seller'] === true };
}

export { PageError as ErrorBoundary };

/** Who sells, as invoices and credit notes say it. */
export default function SellerSettings() {
  const { seller, may } = useLoaderData<typeof loader>();
  const draft = useDraft<Seller>(seller);
  const saving = useOperation('invoices.set-seller', { done: 'Invoice details saved' });
  async function save() {
    if (await saving.run(draft.value)) draft.settle();
  }
  return (
    <FieldErrors value={saving.fields}>
      <fieldset disabled={!may} className="contents">
        <Columns main={<><Company draft={draft} /><Paper draft={draft} /></>} side={<Preview value={draft.value} />} />
      </fieldset>
      <SaveBar what="Unsaved invoice details" dirty={draft.dirty} pending={saving.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </FieldErrors>
  );
}

function Company({ draft: { value, set } }: { draft: Draft<Seller> }) {
  return (
    <Card title="Who sells" about="Printed on invoices and credit notes from now on. Those already issued keep what they said.">
      <div className="flex flex-col gap-4">
        <FieldRow>
          <Field label="Company" name="company" optional description="Left empty, the name of the storefront."><Input value={value.company} maxLength={200} autoComplete="organization" onChange={(event) => set('company', event.target.value)} /></Field>
          <Field label="Tax number" name="taxNumber" optional description="As you write it: ABN, GST or VAT number."><Input value={value.taxNumber} maxLength={100} onChange={(event) => set('taxNumber', event.target.value)} /></Field>
        </FieldRow>
        <Field label="Address" name="address" optional><Textarea rows={3} value={value.address} maxLength={1000} onChange={(event) => set('address', event.target.value)} /></Field>
        <Field label="Email" name="email" optional><Input type="email" value={value.email} maxLength={254} autoComplete="off" onChange={(event) => set('email', event.target.value)} /></Field>
      </div>
    </Card>
  );
}

const papers = [{ value: 'auto', label: 'As usual in your country' }, { value: 'A4', label: 'A4' }, { value: 'LETTER', label: 'Letter' }];

function Paper({ draft: { value, set } }: { draft: Draft<Seller> }) {
  return (
    <Card title="Paper">
      <div className="flex flex-col gap-4">
        <Field label="Size" name="paper"><Select value={value.paper} onChange={(event) => set('paper', event.target.value as Seller['paper'])} options={papers} className="sm:max-w-72" /></Field>
        <Field label="At the foot of each page" name="footer" optional description="Bank account, terms, a word of thanks."><Textarea rows={2} value={value.footer} maxLength={1000} onChange={(event) => set('footer', event.target.value)} /></Field>
      </div>
    </Card>
  );
}

function Preview({ value }: { value: Seller }) {
  return (
    <Card title="How it begins">
      <div className="rounded-lg border border-line bg-white p-4 text-xs leading-5 text-[#1b1b1f]">
        <p className="text-[15px] font-semibold">{value.company || 'Name of the storefront'}</p>
        <p className="whitespace-pre-line text-[#5c5c66]">{[value.address, value.taxNumber, value.email].filter((line) => line.trim()).join('\n') || 'Address, tax number and email'}</p>
        <p className="mt-4 text-[15px] font-semibold">Invoice</p>
        {value.footer && <p className="mt-6 border-t border-[#e5e5ea] pt-2 whitespace-pre-line text-[#5c5c66]">{value.footer}</p>}
      </div>
    </Card>
  );
}
