import { ArrowLeft } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { Select } from '#ui/select.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useOperation } from '#ui/use-operation.ts';
import { homeOf, requireSession } from '../session.server.ts';
import { Mark } from '../shell/mark.tsx';
import { countries, currencyOf } from './countries.ts';

export const meta = () => [{ title: 'New workspace · Quickdash' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  const home = homeOf(session);
  return { first: session.workspaces.length === 0, back: home === '/new' ? undefined : home, person: session.user.name };
}

interface Made {
  slug: string;
  name: string;
  storefront: { id: string; slug: string; key: string } | null;
}

/** Two steps to a shop: name it, take the key along. */
export default function NewWorkspace() {
  const { first, back, person } = useLoaderData<typeof loader>();
  const [made, setMade] = useState<Made>();
  return (
    <main className="min-h-dvh bg-sunken px-4 py-10">
      <div className="mx-auto w-full max-w-[560px]">
        <div className="mb-6 flex items-center justify-between">
          <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight"><Mark /> Quickdash</span>
          {back && !made && <Link to={back} within="installation" className="inline-flex items-center gap-1.5 text-ink-2 hover:text-ink"><ArrowLeft aria-hidden className="size-4" /> Back</Link>}
        </div>
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">
          {made ? <Ready made={made} /> : <Wish title={first ? `Welcome, ${person.split(' ')[0]}` : 'New workspace'} onMade={setMade} />}
        </div>
      </div>
    </main>
  );
}

function Wish({ title, onMade }: { title: string; onMade(made: Made): void }) {
  const hydrated = useHydrated();
  const [country, setCountry] = useState('AU');
  const [currency, setCurrency] = useState('AUD');
  const create = useOperation<Made>('workspaces.create', { onDone: onMade });
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name')).trim();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    void create.run({ name, country, currency, timeZone, sampleProducts: form.has('samples'), storefront: { name: String(form.get('storefront')).trim() || name } });
  }
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 text-ink-2">A workspace holds one company: its products, stock, orders and people.</p>
      </div>
      <FieldErrors value={create.fields}>
        <Field label="Name of the company or shop" name="name" required><Input name="name" maxLength={80} autoFocus autoComplete="organization" /></Field>
        <FieldRow>
          <Field label="Country" name="country"><Select value={country} onChange={(event) => { setCountry(event.target.value); setCurrency(currencyOf(event.target.value)); }} options={countries} /></Field>
          <Field label="Currency" name="currency"><Select value={currency} onChange={(event) => setCurrency(event.target.value)} options={currencies} /></Field>
        </FieldRow>
        <Field label="Name of the first storefront" name="storefront.name" optional description="Shoppers see it. Leave it empty to use the name above."><Input name="storefront" maxLength={80} /></Field>
      </FieldErrors>
      <Checkbox name="samples" label="Add sample products" description="Something to look at; you can delete them any time." />
      {create.sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">{create.sentence}</p>}
      <Button type="submit" kind="primary" size="large" pending={create.pending} disabled={!hydrated}>Create workspace</Button>
    </form>
  );
}

const currencies = [...new Set(countries.map(({ value }) => currencyOf(value)))].toSorted().map((code) => ({ value: code, label: code }));

function Ready({ made }: { made: Made }) {
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{made.name} is open</h1>
        <p className="mt-1 text-ink-2">Your shop page is up, and this is the key for your own website. You find it again under Storefronts.</p>
      </div>
      {made.storefront && (
        <>
          <div><p className="mb-1.5 text-[13px] font-medium">Storefront key</p><Copyable value={made.storefront.key} what="the key" kind="secret" /></div>
          <p>Shop page: <a href={`/shops/${made.storefront.slug}`} target="_blank" rel="noreferrer" className="font-medium text-accent-text hover:underline">/shops/{made.storefront.slug}</a></p>
        </>
      )}
      <LinkButton kind="primary" size="large" to={`/w/${made.slug}`} within="installation" reloadDocument>Go to the dashboard</LinkButton>
    </div>
  );
}
