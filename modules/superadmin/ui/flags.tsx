import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { useOperation } from '#ui/use-operation.ts';

interface Setting {
  flag: string;
  scope: 'tier' | 'workspace';
  target: string;
  state: boolean;
  name: string | null;
}

interface Flag {
  name: string;
  says: string;
  default: boolean;
  settings: Setting[];
}

interface Data {
  flags: Flag[];
  tiers: { name: string; label: string }[];
}

export const meta = () => [{ title: 'Features · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<Data>(args, 'super.flags');
}

export { PageError as ErrorBoundary };

const states = [{ value: 'default', label: 'As the default' }, { value: 'on', label: 'On' }, { value: 'off', label: 'Off' }];

export default function Flags() {
  const { flags, tiers } = useLoaderData<typeof loader>();
  return (
    <Page title="Features" width="reading" about="Which features each tier has. A workspace’s own setting goes before its tier’s, and that before the default.">
      {flags.map((flag) => (
        <Card key={flag.name} title={flag.says} about={`${flag.name} · ${flag.default ? 'on' : 'off'} by default`}>
          <div className="flex flex-col gap-4">
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">{tiers.map((tier) => <TierSwitch key={tier.name} flag={flag} tier={tier} />)}</div>
            <Own flag={flag} />
            <OperationForm operation="super.set-flag" input={{ flag: flag.name, scope: 'workspace' }} submit="Set for this workspace" kind="secondary" done="Set">
              <FieldRow>
                <Field label="Id of a workspace" name="target"><Input name="target" autoComplete="off" className="font-mono" /></Field>
                <Field label="State" name="state"><Select name="state" options={states.slice(1)} /></Field>
              </FieldRow>
            </OperationForm>
          </div>
        </Card>
      ))}
    </Page>
  );
}

function TierSwitch({ flag, tier }: { flag: Flag; tier: Data['tiers'][number] }) {
  const set = useOperation('super.set-flag', { done: `Set for ${tier.label}` });
  const own = flag.settings.find(({ scope, target }) => scope === 'tier' && target === tier.name);
  const state = own ? (own.state ? 'on' : 'off') : 'default';
  return (
    <Field label={tier.label}>
      <Select aria-label={`${flag.says}: ${tier.label}`} value={state} disabled={set.pending} options={states} onChange={(event) => void set.run({ flag: flag.name, scope: 'tier', target: tier.name, state: event.target.value })} />
    </Field>
  );
}

function Own({ flag }: { flag: Flag }) {
  const set = useOperation('super.set-flag', { done: 'As the tier again' });
  const own = flag.settings.filter(({ scope }) => scope === 'workspace');
  if (own.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {own.map(({ target, name, state }) => (
        <li key={target} className="flex flex-wrap items-center gap-3 px-3 py-2"><span className="min-w-0 flex-1 truncate">{name ?? target}</span><Badge tone={state ? 'good' : 'bad'}>{state ? 'On' : 'Off'}</Badge><Button size="small" kind="quiet" aria-label={`Follow the tier: ${name ?? target}`} onClick={() => void set.run({ flag: flag.name, scope: 'workspace', target, state: 'default' })}>Follow the tier</Button></li>
      ))}
    </ul>
  );
}
