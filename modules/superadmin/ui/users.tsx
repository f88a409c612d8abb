import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { asked, askSuper } from '#ui/super-desk.server.ts';
import { useOperation } from '#ui/use-operation.ts';
import { count, Find, Pages, PlainTable, type Column } from './parts.tsx';

interface Row {
  id: string;
  name: string;
  email: string;
  superadmin: boolean;
  disabled: boolean;
  createdAt: string;
  lastSeen: string | null;
  sessions: number;
  workspaces: { id: string; name: string; role: string }[];
}

export const meta = () => [{ title: 'People · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<{ data: Row[]; more: boolean }>(args, 'super.users', asked(args));
}

export { PageError as ErrorBoundary };

type Ask = { operation: string; row: Row; title: string; says: string; confirm: string; done: string };

function columnsFor(setAsk: (ask: Ask) => void, setDisabling: (row: Row) => void): readonly Column<Row>[] {
  return [
    { header: 'Person', cell: (row) => <span className="block max-w-[280px] min-w-[150px]"><span className="block truncate font-medium">{row.name}</span><span className="block truncate text-[13px] text-ink-3">{row.email}</span></span> },
    { header: 'State', cell: (row) => <span className="flex flex-wrap gap-1">{row.disabled ? <Badge tone="bad">Disabled</Badge> : <Badge tone="good">Active</Badge>}{row.superadmin && <Badge tone="accent">Superadmin</Badge>}</span> },
    { header: 'Workspaces', cell: (row) => <span className="flex max-w-[320px] min-w-[140px] flex-wrap gap-x-2">{row.workspaces.slice(0, 3).map((w) => <TextLink key={w.id} to={`/super/workspaces/${w.id}`} within="installation">{w.name}</TextLink>)}{row.workspaces.length > 3 && <span className="text-ink-3">and {row.workspaces.length - 3} more</span>}{row.workspaces.length === 0 && <span className="text-ink-3">none</span>}</span> },
    { header: 'Sessions', align: 'right', cell: (row) => count(row.sessions) },
    { header: 'Last seen', cell: (row) => <DateTime at={row.lastSeen} /> },
    { header: 'Since', cell: (row) => <DateTime at={row.createdAt} as="date" /> },
    { header: 'Do', cell: (row) => <Actions row={row} onAsk={setAsk} onDisable={setDisabling} /> },
  ];
}

export default function Users() {
  const { data, more } = useLoaderData<typeof loader>() as unknown as { data: Row[]; more: boolean };
  const [ask, setAsk] = useState<Ask | null>(null);
  const [disabling, setDisabling] = useState<Row | null>(null);
  return (
    <Page title="People" about="Everybody with an account on this installation, newest first.">
      <Find label="Name, email or id" />
      <PlainTable label="People" rows={data} keyOf={(row) => row.id} empty="Nobody is called that." columns={columnsFor(setAsk, setDisabling)} />
      <Pages more={more} />
      {ask && <AskFirst ask={ask} onClose={() => setAsk(null)} />}
      <Dialog title={`Disable ${disabling?.name ?? ''}`} about="They are signed out everywhere at once and cannot sign in until somebody enables them again." open={disabling !== null} onOpenChange={(next) => !next && setDisabling(null)}>
        {disabling && (
          <OperationForm operation="super.disable-user" input={{ id: disabling.id }} submit="Disable" kind="danger" done="Disabled" onDone={() => setDisabling(null)} cancel={<Button onClick={() => setDisabling(null)}>Cancel</Button>}>
            <Field label="Reason" name="reason" required description="Kept in the log."><Textarea name="reason" maxLength={500} /></Field>
          </OperationForm>
        )}
      </Dialog>
    </Page>
  );
}

function Actions({ row, onAsk, onDisable }: { row: Row; onAsk(ask: Ask): void; onDisable(row: Row): void }) {
  const asking = (operation: string, title: string, says: string, confirm: string, done: string) => () => onAsk({ operation, row, title, says, confirm, done });
  return (
    <Menu align="end" trigger={<IconButton label={`What to do with ${row.name}`} size="small"><MoreHorizontal aria-hidden className="size-4" /></IconButton>}>
      <MenuItem onSelect={asking('super.end-sessions', `Sign ${row.name} out everywhere?`, 'All their browsers are signed out at once.', 'Sign out', 'Signed out everywhere')}>End sessions</MenuItem>
      <MenuItem onSelect={asking('super.send-reset', `Send ${row.name} a link?`, `A link for a new password goes to ${row.email}.`, 'Send', 'The link is on its way')}>Send reset mail</MenuItem>
      {row.superadmin
        ? <MenuItem onSelect={asking('super.revoke', `Take the superadmin right from ${row.name}?`, 'They keep their workspaces.', 'Take away', 'Right taken away')}>Revoke superadmin</MenuItem>
        : <MenuItem onSelect={asking('super.grant', `Make ${row.name} a superadmin?`, 'They may then do everything you can do here.', 'Make superadmin', 'Right granted')}>Make superadmin</MenuItem>}
      {row.disabled ? <MenuItem onSelect={asking('super.enable-user', `Enable ${row.name} again?`, 'They can sign in again.', 'Enable', 'Enabled')}>Enable</MenuItem> : <MenuItem onSelect={() => onDisable(row)}>Disable…</MenuItem>}
    </Menu>
  );
}

function AskFirst({ ask, onClose }: { ask: Ask; onClose(): void }) {
  const running = useOperation(ask.operation, { done: ask.done });
  return <ConfirmDialog title={ask.title} confirm={ask.confirm} kind="primary" open onOpenChange={(next) => !next && onClose()} onConfirm={() => running.run({ id: ask.row.id })}>{ask.says}</ConfirmDialog>;
}
