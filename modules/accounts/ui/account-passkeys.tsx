import { KeySquare } from 'lucide-react';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { toast } from '#ui/toast.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { AccountForm } from './account-form.tsx';
import { askAuth } from './ask-auth.ts';
import { addPasskey, passkeysWork } from './passkey.ts';

interface Passkey {
  id: string;
  name: string;
  createdAt: string;
}

/** Signing in with a fingerprint, a face or the lock of the device, instead of a password. */
export function PasskeysCard({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { revalidate } = useRevalidator();
  const possible = useHydrated() && passkeysWork();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey>();
  async function add({ name = '' }: Record<string, string>) {
    const refused = await addPasskey(name.trim() || 'Passkey');
    if (!refused) { toast.done('Passkey added'); setAdding(false); await revalidate(); }
    return refused;
  }
  async function remove() {
    const refused = await askAuth('/passkey/delete-passkey', { id: removing!.id });
    if (refused) toast.refused(refused);
    else toast.done('Passkey removed');
    await revalidate();
  }
  return (
    <Card title="Passkeys" about="Sign in with a fingerprint, your face or the lock of your device. Nothing to remember, nothing to be tricked out of." actions={possible && <Button size="small" onClick={() => setAdding(true)}>Add passkey</Button>}>
      {passkeys.length === 0 ? <p className="text-ink-3">None yet.</p> : (
        <ul className="flex flex-col gap-2">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <KeySquare aria-hidden className="size-4 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 basis-40 truncate font-medium">{passkey.name}</span>
              <span className="text-[13px] text-ink-3">added <DateTime at={passkey.createdAt} /></span>
              <Button size="small" kind="quiet" aria-label={`Remove ${passkey.name}`} onClick={() => setRemoving(passkey)}>Remove</Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog title="Add a passkey" about="Your device will ask you to confirm." open={adding} onOpenChange={setAdding}>
        <AccountForm submit="Add passkey" kind="primary" send={add} cancel={<Button onClick={() => setAdding(false)}>Cancel</Button>}>
          <Field label="Name" name="name" description="So that you recognise it later."><Input name="name" maxLength={60} placeholder="My laptop" autoFocus /></Field>
        </AccountForm>
      </Dialog>
      <ConfirmDialog title={`Remove “${removing?.name ?? ''}”?`} confirm="Remove" open={removing !== undefined} onOpenChange={(open) => !open && setRemoving(undefined)} onConfirm={remove}>You can no longer sign in with it. Your device may go on showing it until you delete it there.</ConfirmDialog>
    </Card>
  );
}
