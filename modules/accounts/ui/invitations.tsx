import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Capability } from './capability-list.tsx';
import { LimitsFields, limitsInWords, unlimited, type Limits, type Places } from './limits-fields.tsx';
import { RolePreview, type Role } from './role-preview.tsx';

export interface Invitation extends Limits {
  id: string;
  email: string;
  role: string;
  invitedBy: string;
  expiresAt: string;
  acceptedAt: string | null;
}

/** What an inviting or changing hand chooses from. */
export interface Choice {
  roles: readonly Role[];
  capabilities: readonly Capability[];
  places: Places;
}

export function InviteDialog({ open, roles, capabilities, places, onClose }: Choice & { open: boolean; onClose(): void }) {
  const [role, setRole] = useState('viewer');
  const [limits, setLimits] = useState<Limits>(unlimited);
  return (
    <Dialog title="Invite somebody" about="They get a mail with a link that works for seven days." size="large" open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation="members.invite" submit="Send invitation" done="Invitation sent" shape={(input) => ({ ...input, ...limits })} onDone={() => { setLimits(unlimited); onClose(); }} cancel={<Button onClick={onClose}>Cancel</Button>}>
        <Field label="Email" name="email" required><Input name="email" type="email" autoComplete="off" autoFocus /></Field>
        <Field label="Role" name="role"><Select name="role" value={role} onChange={(event) => setRole(event.target.value)} options={roles.map((each) => ({ value: each.key, label: each.name }))} /></Field>
        <RolePreview all={capabilities} capabilities={roles.find((each) => each.key === role)?.capabilities ?? []} />
        {role !== 'owner' && <LimitsFields places={places} value={limits} onChange={setLimits} />}
      </OperationForm>
    </Dialog>
  );
}

export function Invitations({ invitations, roles, may }: { invitations: readonly Invitation[]; roles: Record<string, string>; may: Record<string, boolean> }) {
  const revoke = useOperation('invitations.revoke', { done: 'Invitation withdrawn' });
  const resend = useOperation('invitations.resend', { done: 'Invitation sent again' });
  return (
    <Card title="Open invitations" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {invitations.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:px-5">
            <Mail aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1 basis-48 truncate font-medium">{each.email}</span>
            <Badge>{roles[each.role] ?? each.role}</Badge>
            {limitsInWords(each) && <Badge tone="info">{limitsInWords(each)}</Badge>}
            <span className="text-[13px] text-ink-3">until <DateTime at={each.expiresAt} /></span>
            {may['invitations.resend'] && <Button size="small" kind="quiet" aria-label={`Send the invitation of ${each.email} again`} pending={resend.pending} onClick={() => void resend.run({ id: each.id })}>Send again</Button>}
            {may['invitations.revoke'] && <Button size="small" kind="quiet" aria-label={`Withdraw the invitation of ${each.email}`} onClick={() => void revoke.run({ id: each.id })}>Withdraw</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
