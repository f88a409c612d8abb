import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input, SearchInput } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { useView } from '#ui/use-view.ts';

interface Customer {
  id: string;
  name: string;
  email: string;
}

/** Store credit for one customer: an apology, a reward. */
export function CreditForm({ onClose }: { onClose(): void }) {
  const { currency } = useLocale();
  const [customer, setCustomer] = useState<Customer | null>(null);
  if (!customer) return <Who onPick={setCustomer} />;
  return (
    <OperationForm operation="gift-cards.give-credit" input={{ customerId: customer.id, currency }} submit="Give" done="Store credit given" onDone={onClose} cancel={<><Button className="mr-auto" onClick={() => setCustomer(null)}>Another customer</Button><Button onClick={onClose}>Cancel</Button></>}>
      <p>For <span className="font-medium break-words">{customer.name || customer.email}</span></p>
      <Field label="Amount" name="amount" required><MoneyInput name="amount" as="amount" currency={currency} autoFocus /></Field>
      <Field label="Why" name="note" required><Input name="note" maxLength={500} placeholder="Sorry for the late parcel" /></Field>
    </OperationForm>
  );
}

function Who({ onPick }: { onPick(customer: Customer): void }) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: Customer[] }>(`/customers?limit=10&q=${encodeURIComponent(words)}`);
  return (
    <div className="flex min-h-72 flex-col gap-3">
      <SearchInput aria-label="Search customers" placeholder="Name or email" value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      <p role="status" className="sr-only">{data ? `${data.data.length} found` : ''}</p>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {data?.data.length === 0 && <p className="py-8 text-center text-ink-2">No customer is called that.</p>}
      <ul className="divide-y divide-line">
        {data?.data.map((each) => (
          <li key={each.id} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1"><span className="block truncate font-medium">{each.name || each.email}</span><span className="block truncate text-[13px] text-ink-3">{each.email}</span></span>
            <Button size="small" onClick={() => onPick(each)}>Choose<span className="sr-only"> {each.name || each.email}</span></Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
