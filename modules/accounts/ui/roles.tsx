import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog, DialogActions } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { CapabilityList, type Capability } from './capability-list.tsx';

interface Role {
  id: string | null;
  key: string;
  name: string;
  builtIn: boolean;
  capabilities: string[];
  members: number;
}

export const meta = () => [{ title: 'Roles · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data, capabilities } = await ask<{ data: Role[]; capabilities: Capability[] }>(args, 'roles.list');
  return { roles: data, capabilities, may: mayRun(args, 'roles.create', 'roles.update', 'roles.delete') };
}

export { PageError as ErrorBoundary };

const abouts: Record<string, string> = {
  owner: 'May do everything, also hand the workspace over.',
  admin: 'May do everything but hand the workspace over.',
  ops: 'Works with products, orders, stock and customers; changes no settings, people or payments.',
  viewer: 'Sees everything but the audit log and changes nothing.',
};

export default function Roles() {
  const { roles, capabilities, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Role | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Role | null>(null);
  const remove = useOperation('roles.delete', { done: 'Role deleted' });
  const close = () => setEditing(null);
  return (
    <Page title="Roles" width="narrow" crumbs={[{ label: 'People', to: '/people' }]} actions={may['roles.create'] && <Button kind="primary" onClick={() => setEditing('new')}>Add role</Button>}>
      <Card padding="none">
        <ul className="divide-y divide-line">
          {roles.map((role) => (
            <li key={role.key} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3.5">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">{role.name}{role.builtIn && <Badge>Built in</Badge>}</p>
                <p className="text-[13px] text-ink-3">{abouts[role.key] ?? `${role.capabilities.length} of ${capabilities.length} permissions`}</p>
              </div>
              <span className="figures text-[13px] text-ink-2">{role.members === 1 ? '1 person' : `${role.members} people`}</span>
              {!role.builtIn && may['roles.update'] && <Button size="small" aria-label={`Change ${role.name}`} onClick={() => setEditing(role)}>Change</Button>}
              {!role.builtIn && may['roles.delete'] && <Button size="small" aria-label={`Delete ${role.name}`} onClick={() => setDeleting(role)}>Delete</Button>}
            </li>
          ))}
        </ul>
      </Card>
      <Dialog title={editing === 'new' ? 'Add role' : 'Change role'} size="large" open={editing !== null} onOpenChange={(open) => !open && close()}>
        {editing && <RoleForm role={editing === 'new' ? undefined : editing} capabilities={capabilities} onClose={close} />}
      </Dialog>
      <ConfirmDialog title={`Delete “${deleting?.name ?? ''}”?`} confirm="Delete role" open={deleting !== null} onOpenChange={(open) => !open && setDeleting(null)} onConfirm={() => remove.run({ id: deleting!.id })}>
        Only a role nobody has can be deleted.
      </ConfirmDialog>
    </Page>
  );
}

function RoleForm({ role, capabilities, onClose }: { role: Role | undefined; capabilities: readonly Capability[]; onClose(): void }) {
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setChosen] = useState<string[]>(role?.capabilities ?? capabilities.filter((each) => each.name.endsWith(':read')).map((each) => each.name));
  const save = useOperation(role ? 'roles.update' : 'roles.create', { done: 'Role saved', onDone: onClose });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save.run({ ...(role && { id: role.id }), name, capabilities: chosen }); }} className="flex flex-col gap-5">
      <FieldErrors value={save.fields}>
        <Field label="Name" name="name" required><Input value={name} onChange={(event) => setName(event.target.value)} maxLength={60} autoFocus /></Field>
      </FieldErrors>
      <CapabilityList all={capabilities} chosen={chosen} onChange={setChosen} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}
