import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { useOperation } from '#ui/use-operation.ts';
import { Filled } from './connect-form.tsx';
import { plural, type FieldShown } from './shape.ts';

interface App {
  vendor: string;
  says: string;
  about: string;
  fields: FieldShown[];
  registered: boolean;
  settings: Record<string, string>;
  kept: string[];
  lastVerifiedAt: string | null;
  lastError: string;
  connected: number;
  broken: number;
  backlog: { waiting: number; failed: number };
  hook: string | null;
}

interface Fee {
  scope: 'tier' | 'workspace';
  target: string;
  basisPoints: number;
  name: string | null;
}

export const meta = () => [{ title: 'Integrations of the installation · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [{ apps, redirect }, { fees }, { tiers }] = await Promise.all([askSuper<{ apps: App[]; redirect: string }>(args, 'super.integrations'), askSuper<{ fees: Fee[] }>(args, 'super.platform-fees'), askSuper<{ tiers: { name: string; label: string }[] }>(args, 'super.tiers')]);
  return { apps, redirect, fees, tiers };
}

export { PageError as ErrorBoundary };

export default function Apps() {
  const { apps, redirect, fees, tiers } = useLoaderData<typeof loader>();
  return (
    <Page title="Integrations" width="reading" about={<>The installation’s own accounts at companies where workspaces connect by signing in. Give this address as the redirect: <span className="font-mono text-[13px] [overflow-wrap:anywhere]">{redirect}</span></>}>
      {apps.map((app) => <Registration key={app.vendor} app={app} />)}
      <Fees fees={fees} tiers={tiers} />
    </Page>
  );
}

function Registration({ app }: { app: App }) {
  const remove = useOperation('super.remove-integration', { done: `${app.says} is forgotten` });
  const facts = [
    ['State', app.registered ? <Badge key="state" tone="good">Registered</Badge> : <Badge key="state">Not registered</Badge>],
    ['Last checked', app.lastVerifiedAt ? <DateTime key="checked" at={app.lastVerifiedAt} /> : 'Not yet'],
    ['Workspaces', `${app.connected} connected${app.broken > 0 ? `, ${app.broken} do not work` : ''}`],
    ['Backlog', `${plural(app.backlog.waiting, 'message waits', 'messages wait')}, ${app.backlog.failed} failed; replayed in each workspace`],
    ['Last error', app.lastError || 'None'],
    ...(app.hook ? [['Webhook address', <Copyable key="hook" value={app.hook} what="the address" />] as const] : []),
  ] as const;
  return (
    <Card title={app.says} about={app.about} actions={app.registered && <Button size="small" kind="quiet" pending={remove.pending} onClick={() => void remove.run({ vendor: app.vendor })}>Forget</Button>}>
      <div className="flex flex-col gap-4">
        <Facts facts={facts} />
        <OperationForm<{ sentence: string }> operation="super.set-integration" input={{ vendor: app.vendor }} submit="Save and test" kind="secondary" done={({ sentence }) => (sentence ? `${app.says}: ${sentence}` : `${app.says} saved`)}>
          {app.fields.map((field) => <Filled key={field.key} field={field} value={app.settings[field.key] ?? ''} kept={app.kept.includes(field.key)} />)}
        </OperationForm>
      </div>
    </Card>
  );
}

function Fees({ fees, tiers }: { fees: Fee[]; tiers: { name: string; label: string }[] }) {
  return (
    <Card title="What the installation keeps of payments" about="Taken from each payment of workspaces that signed in at Stripe or PayPal. A workspace’s own fee goes before its tier’s. Counts for payments from now on.">
      <div className="flex flex-col gap-5">
        {fees.length > 0 && <ul className="divide-y divide-line rounded-lg border border-line">{fees.map((fee) => <FeeRow key={`${fee.scope}${fee.target}`} fee={fee} label={fee.scope === 'tier' ? (tiers.find(({ name }) => name === fee.target)?.label ?? fee.target) : (fee.name ?? fee.target)} />)}</ul>}
        <OperationForm operation="super.set-platform-fee" input={{ scope: 'tier' }} submit="Set for the tier" kind="secondary" done="Fee set">
          <FieldRow>
            <Field label="Tier" name="target"><Select name="target" options={tiers.map(({ name, label }) => ({ value: name, label }))} /></Field>
            <Field label="Percent" name="percent"><Input name="percent" inputMode="decimal" autoComplete="off" placeholder="1.5" /></Field>
          </FieldRow>
        </OperationForm>
        <OperationForm operation="super.set-platform-fee" input={{ scope: 'workspace' }} submit="Set for the workspace" kind="secondary" done="Fee set">
          <FieldRow>
            <Field label="Id of a workspace" name="target"><Input name="target" autoComplete="off" className="font-mono" /></Field>
            <Field label="Percent" name="percent"><Input name="percent" inputMode="decimal" autoComplete="off" placeholder="1.5" /></Field>
          </FieldRow>
        </OperationForm>
      </div>
    </Card>
  );
}

function FeeRow({ fee: { scope, target, basisPoints }, label }: { fee: Fee; label: string }) {
  const remove = useOperation('super.set-platform-fee', { done: 'Fee removed' });
  return (
    <li className="flex flex-wrap items-center gap-3 px-3 py-2">
      <span className="min-w-0 flex-1 truncate">{label} <span className="text-[13px] text-ink-3">{scope}</span></span><span className="figures">{basisPoints / 100} %</span>
      <Button size="small" kind="quiet" aria-label={`Remove the fee of ${label}`} pending={remove.pending} onClick={() => void remove.run({ scope, target, percent: null })}>Remove</Button>
    </li>
  );
}
