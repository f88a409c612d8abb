import { ShoppingCart } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Switch } from '#ui/choice.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Stat, Stats } from '#ui/stat.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface Row {
  id: string;
  email: string;
  state: string;
  recovered: MoneyValue;
  orderId: string | null;
}

interface Settings {
  enabled: boolean;
  delayHours: number;
  code: string;
}

interface Figures {
  found: number;
  reminded: number;
  recovered: number;
  value: MoneyValue;
}

export const meta = () => [{ title: 'Left carts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [settings, figures, listing] = await Promise.all([ask<Settings>(args, 'recovery.settings'), ask<Figures>(args, 'recovery.figures'), askList<Row>(args, 'recovery.list')]);
  return { settings, figures, listing, may: mayRun(args, 'recovery.set-settings')['recovery.set-settings'] === true };
}

export { PageError as ErrorBoundary };

const tones: Record<string, Tone> = { left: 'plain', reminded: 'info', 'came back': 'accent', recovered: 'good' };

const columns: readonly Shown<Row>[] = [
  { key: 'email', opens: true, cell: (row) => <span className="font-medium break-words">{row.email}</span> },
  { key: 'state', card: 'aside', cell: (row) => <Badge tone={tones[row.state] ?? 'plain'}>{row.state.charAt(0).toUpperCase() + row.state.slice(1)}</Badge> },
  { key: 'things', card: 'bare', className: 'max-w-[320px] truncate' },
  { key: 'value', card: 'line' },
  { key: 'recovered', card: 'line', cell: (row) => (row.orderId ? <TextLink to={`/orders/${row.orderId}`}><Money value={row.recovered} /></TextLink> : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'leftAt', card: 'tag' },
  { key: 'foundAt', card: 'none' },
];

export default function LeftCarts() {
  const { settings, figures, listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState(false);
  const says = settings.enabled ? `Whoever leaves a cart is written to once, after ${hoursText(settings.delayHours)}${settings.code ? `, with the code ${settings.code}` : ''}.` : 'Nobody is written to: reminders are off.';
  return (
    <Page title="Left carts" about={`Carts whose owner is known and who has not ordered. ${says}`} crumbs={[{ label: 'Orders', to: '/orders' }]} actions={may && <Button kind="primary" onClick={() => setEditing(true)}>Reminders</Button>}>
      {figures.found > 0 && <Stats><Stat label="Left in 30 days" value={figures.found} /><Stat label="Reminded" value={figures.reminded} /><Stat label="Recovered by reminders" value={<>{figures.recovered} · <Money value={figures.value} /></>} /></Stats>}
      <Table label="Left carts" listing={listing} columns={columns} empty={<NothingYet icon={ShoppingCart} title="No left carts">A cart appears here when nobody has touched it for {hoursText(settings.delayHours)} and its owner’s address is known.</NothingYet>} />
      <Dialog title="Reminders" about="One mail per cart, never after an order, and never again to somebody who said no." open={editing} onOpenChange={setEditing}>
        {editing && <Reminders settings={settings} onClose={() => setEditing(false)} />}
      </Dialog>
    </Page>
  );
}

function Reminders({ settings, onClose }: { settings: Settings; onClose(): void }) {
  const shape = (input: Record<string, unknown>) => ({ code: '', ...input });
  return (
    <OperationForm operation="recovery.set-settings" submit="Save" done="Reminders saved" shape={shape} onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Switch name="enabled" label="Write to people who left a cart" defaultChecked={settings.enabled} />
      <Field label="After hours untouched" name="delayHours" required><NumberInput name="delayHours" type="number" min={1} max={168} defaultValue={settings.delayHours} /></Field>
      <Field label="With a discount code" name="code" optional description="One of your codes; the link in the mail has it entered already."><Input name="code" defaultValue={settings.code} maxLength={60} autoCapitalize="characters" spellCheck={false} /></Field>
    </OperationForm>
  );
}

function hoursText(hours: number): string {
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
