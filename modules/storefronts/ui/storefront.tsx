import { ExternalLink } from 'lucide-react';
import { useLoaderData, useRevalidator, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { buttonClass, LinkButton } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Checkbox, Switch } from '#ui/choice.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { DangerCard } from './danger-card.tsx';
import { DomainCard, type DomainCheck } from './domain-card.tsx';
import { KeyCard } from './key-card.tsx';
import { SecretCard } from './secret-card.tsx';

export interface Storefront {
  id: string;
  name: string;
  slug: string;
  domain: string | null;
  keyPrefix: string;
  secretPrefix: string | null;
  needsSecret: boolean;
  permissions: string[];
  active: boolean;
  currency: string;
  createdAt: string;
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.storefront.name ?? 'Storefront'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const storefront = await ask<Storefront>(args, 'storefronts.get', { id: args.params.id });
  const [check, { rows }] = await Promise.all([ask<DomainCheck>(args, 'storefronts.check-domain', { id: args.params.id }), ask<{ rows: Record<string, number> }>(args, 'storefronts.consequences', { id: args.params.id })]);
  return { storefront, check, rows, may: mayRun(args, 'storefronts.update', 'storefronts.delete', 'storefronts.reveal-key', 'storefronts.regenerate-key', 'storefronts.regenerate-secret') };
}

export { PageError as ErrorBoundary };

/** What a key may open, in the order a shopper meets it. */
const permissions = [
  ['storefront:products', 'Products', 'Show products, categories and collections'],
  ['storefront:cart', 'Carts', 'Keep carts'],
  ['storefront:checkout', 'Checkout', 'Check out and pay'],
  ['storefront:orders', 'Orders', 'Show shoppers their orders'],
  ['storefront:customers', 'Customers', 'Register and sign in customers; their wishlists, reviews and questions'],
] as const;

type Editable = Pick<Storefront, 'name' | 'permissions' | 'active' | 'needsSecret'> & { domain: string };

export default function StorefrontPage() {
  const { storefront, check, rows, may } = useLoaderData<typeof loader>();
  const again = useRevalidator();
  const draft = useDraft<Editable>({ name: storefront.name, domain: storefront.domain ?? '', permissions: storefront.permissions, active: storefront.active, needsSecret: storefront.needsSecret });
  const update = useOperation('storefronts.update', { done: 'Storefront saved' });
  async function save() {
    const saved = await update.run({ id: storefront.id, ...draft.value, domain: draft.value.domain.trim() || null });
    if (saved) draft.settle();
  }
  return (
    <Page title={storefront.name} width="reading" crumbs={[{ label: 'Storefronts', to: '/storefronts' }]} beside={<StatusBadge status={storefront.active ? 'active' : 'closed'} label={storefront.active ? 'Open' : 'Closed'} />} actions={<><LinkButton to={`/storefronts/${storefront.id}/pages`}>Text pages</LinkButton><LinkButton to={`/storefronts/${storefront.id}/look`}>Look</LinkButton><a href={`/shops/${storefront.slug}`} target="_blank" rel="noreferrer" className={buttonClass({})}>Open shop <ExternalLink aria-hidden className="size-4" /></a></>}>
      <FieldErrors value={update.fields}>
        <Columns main={<Parts storefront={storefront} draft={draft} may={may} />} side={<><About storefront={storefront} /><DomainCard check={check} pending={again.state !== 'idle'} onAgain={() => void again.revalidate()} />{may['storefronts.delete'] && <DangerCard storefront={storefront} rows={rows} />}</>} />
      </FieldErrors>
      <SaveBar what="Unsaved storefront" dirty={draft.dirty} pending={update.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </Page>
  );
}

function Parts({ storefront, draft, may }: { storefront: Storefront; draft: Draft<Editable>; may: Record<string, boolean> }) {
  const disabled = !may['storefronts.update'];
  return (
    <Tabs
      label="Parts of the storefront"
      tabs={[
        { value: 'general', label: 'General', content: <General draft={draft} disabled={disabled} /> },
        { value: 'access', label: 'Key and permissions', content: <><KeyCard storefront={storefront} may={may} /><SecretCard storefront={storefront} may={may} needed={draft.value.needsSecret} onNeeded={(needsSecret) => draft.set('needsSecret', needsSecret)} /><Permissions draft={draft} disabled={disabled} /></> },
      ]}
    />
  );
}

function General({ draft, disabled }: { draft: Draft<Editable>; disabled: boolean }) {
  return (
    <Card title="General">
      <div className="flex flex-col gap-4">
        <FieldRow>
          <Field label="Name" name="name"><Input value={draft.value.name} maxLength={80} disabled={disabled} onChange={(event) => draft.set('name', event.target.value)} /></Field>
          <Field label="Domain" name="domain" optional description="Point its DNS at this server."><Input value={draft.value.domain} placeholder="shop.example.com" inputMode="url" disabled={disabled} onChange={(event) => draft.set('domain', event.target.value)} /></Field>
        </FieldRow>
        <Switch label="Open for shoppers" description="A closed storefront answers nobody; its key stops working." checked={draft.value.active} disabled={disabled} onChange={(event) => draft.set('active', event.target.checked)} />
      </div>
    </Card>
  );
}

function Permissions({ draft, disabled }: { draft: Draft<Editable>; disabled: boolean }) {
  const chosen = draft.value.permissions;
  const toggle = (permission: string) =>
    draft.set('permissions', permissions.map(([key]) => key as string).filter((key) => (key === permission ? !chosen.includes(key) : chosen.includes(key))));
  return (
    <Card title="Permissions" about="What this storefront's key may do.">
      <fieldset className="flex flex-col gap-3" disabled={disabled}>
        <legend className="sr-only">Permissions</legend>
        {permissions.map(([key, label, about]) => <Checkbox key={key} label={<span className="font-medium">{label}</span>} description={about} checked={chosen.includes(key)} onChange={() => toggle(key)} />)}
      </fieldset>
    </Card>
  );
}

function About({ storefront }: { storefront: Storefront }) {
  return <Card title="About"><Facts facts={[['Shop page', `/shops/${storefront.slug}`], ['Currency', storefront.currency], ['Created', <DateTime key="at" at={storefront.createdAt} />]]} /></Card>;
}
