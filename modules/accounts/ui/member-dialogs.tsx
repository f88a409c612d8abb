import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog, Sheet } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Choice } from './invitations.tsx';
import { LimitsFields, unlimited, type Limits } from './limits-fields.tsx';
import type { MemberRow } from './people.tsx';
import { RolePreview } from './role-preview.tsx';

interface Props {
  member: MemberRow | null;
  onClose(): void;
}

/** Role and limits of a member, and what they come to. */
export function MemberSheet({ member, onClose, ...choice }: Props & Choice) {
  return (
    <Sheet title={member?.name ?? 'Member'} about={member?.email} open={member !== null} onOpenChange={(next) => !next && onClose()}>
      {member && <MemberForm key={member.id} member={member} onClose={onClose} {...choice} />}
    </Sheet>
  );
}

function MemberForm({ member, roles, capabilities, places, onClose }: Choice & { member: MemberRow; onClose(): void }) {
  const [role, setRole] = useState(member.role);
  const [limits, setLimits] = useState<Limits>({ storefronts: member.storefronts, locations: member.locations });
  const may = roles.find((each) => each.key === role)?.capabilities ?? [];
  return (
    <OperationForm operation="members.change-role" input={{ id: member.id }} submit="Save" done="Saved" shape={(input) => ({ ...input, ...(role === 'owner' ? unlimited : limits) })} onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="Role" name="role"><Select name="role" value={role} onChange={(event) => setRole(event.target.value)} options={roles.map((each) => ({ value: each.key, label: each.name }))} /></Field>
      <RolePreview all={capabilities} capabilities={may} />
      {role !== 'owner' && <LimitsFields places={places} value={limits} onChange={setLimits} />}
    </OperationForm>
  );
}

export function SuspendDialog({ member, onClose }: Props) {
  const suspend = useOperation('members.suspend', { done: 'Suspended' });
  const restore = useOperation('members.restore', { done: 'They can come in again' });
  const out = Boolean(member?.suspendedAt);
  return (
    <ConfirmDialog title={out ? `Let ${member?.name ?? ''} in again?` : `Suspend ${member?.name ?? ''}?`} confirm={out ? 'Let in' : 'Suspend'} kind={out ? 'primary' : 'danger'} open={member !== null} onOpenChange={(next) => !next && onClose()} onConfirm={() => (out ? restore : suspend).run({ id: member!.id })}>
      {out ? 'They have the role and limits they had before.' : 'They lose access to this workspace at once, in every browser, and their personal API tokens stop working. You can let them in again at any time.'}
    </ConfirmDialog>
  );
}

export function RemoveDialog({ member, onClose }: Props) {
  const remove = useOperation('members.remove', { done: 'Member removed' });
  return (
    <ConfirmDialog title={`Remove ${member?.name ?? ''}?`} confirm="Remove" open={member !== null} onOpenChange={(next) => !next && onClose()} onConfirm={() => remove.run({ id: member!.id })}>
      They lose access at once, and their personal API tokens stop working.
    </ConfirmDialog>
  );
}
