import { Code, KeyRound, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { ConfirmByName } from '#ui/confirm-by-name.tsx';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { hostOf, type Endpoint, type EventWord, type May } from './endpoint-shape.ts';
import { EndpointSheet } from './endpoint-sheet.tsx';
import { SecretDialog, VerifyDialog } from './secret-dialog.tsx';

type Asking = 'edit' | 'rotate' | 'delete' | 'verify' | null;

/** What can be done to an endpoint as a whole. */
export function EndpointActions({ endpoint, events, may }: { endpoint: Endpoint; events: readonly EventWord[]; may: May }) {
  const [asking, ask] = useState<Asking>(null);
  const [secret, setSecret] = useState<string>();
  const rotate = useOperation<{ secret: string }>('webhooks.rotate-secret', { onDone: (answer) => setSecret(answer.secret) });
  const remove = useOperation('webhooks.delete-endpoint', { done: 'Endpoint deleted', goTo: '/webhooks' });
  const close = () => ask(null);
  return (
    <>
      {may['webhooks.update-endpoint'] && <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => ask('edit')}>Edit</Button>}
      <Menu trigger={<IconButton label="More"><MoreHorizontal aria-hidden className="size-4" /></IconButton>}>
        <MenuItem icon={<Code aria-hidden />} onSelect={() => ask('verify')}>How to verify</MenuItem>
        {may['webhooks.rotate-secret'] && <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => ask('rotate')}>Replace secret…</MenuItem>}
        {may['webhooks.delete-endpoint'] && <><MenuLine /><MenuItem tone="bad" icon={<Trash2 aria-hidden />} onSelect={() => ask('delete')}>Delete…</MenuItem></>}
      </Menu>
      <EndpointSheet endpoint={endpoint} events={events} open={asking === 'edit'} onClose={close} />
      <VerifyDialog url={endpoint.url} open={asking === 'verify'} onClose={close} />
      <ConfirmDialog title="Replace the secret?" confirm="Replace secret" kind="primary" open={asking === 'rotate'} onOpenChange={close} onConfirm={() => rotate.run({ id: endpoint.id })}>
        You get a new secret. For 24 hours every delivery is signed with both, so that the receiver can change over without losing one; after that the former secret fits no more.
      </ConfirmDialog>
      <ConfirmByName title="Delete this endpoint?" name={hostOf(endpoint.url)} confirm="Delete endpoint" open={asking === 'delete'} onOpenChange={close} onConfirm={() => remove.run({ id: endpoint.id })}>
        <ul className="list-disc space-y-1 pl-5">
          <li>Nothing is sent to it any more{endpoint.waiting > 0 && `, also not what waits (${endpoint.waiting.toLocaleString('en-AU')})`}.</li>
          <li>Its secret and its log of deliveries are gone.</li>
          <li>This cannot be undone. To hold it back for a while, pause it instead.</li>
        </ul>
      </ConfirmByName>
      <SecretDialog title="The new secret" secret={secret} url={endpoint.url} onClose={() => setSecret(undefined)} />
    </>
  );
}
