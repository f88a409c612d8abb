import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmByName } from '#ui/confirm-by-name.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Props {
  storefront: { id: string; name: string; active: boolean };
  rows: Record<string, number>;
}

const number = new Intl.NumberFormat('en-AU');

/** Pausing is for a while, deleting for ever. */
export function DangerCard({ storefront, rows }: Props) {
  const [asking, setAsking] = useState(false);
  const remove = useOperation('storefronts.delete', { done: 'Storefront deleted', goTo: '/storefronts' });
  const pause = useOperation('storefronts.update', { done: storefront.active ? 'Storefront paused' : 'Storefront open again' });
  return (
    <Card title="Pause or delete">
      <p className="mb-3 text-ink-2">{storefront.active ? 'Paused, the shop page and the key answer nobody until you open it again.' : 'This storefront is paused: it answers nobody.'}</p>
      <div className="flex flex-wrap gap-2">
        <Button pending={pause.pending} onClick={() => void pause.run({ id: storefront.id, active: !storefront.active })}>{storefront.active ? 'Pause' : 'Open again'}</Button>
        <Button onClick={() => setAsking(true)} className="text-bad">Delete…</Button>
      </div>
      <ConfirmByName title={`Delete “${storefront.name}”?`} name={storefront.name} confirm="Delete storefront" open={asking} onOpenChange={setAsking} onConfirm={() => remove.run({ id: storefront.id })}>
        <Consequences rows={rows} />
      </ConfirmByName>
    </Card>
  );
}

function Consequences({ rows }: { rows: Record<string, number> }) {
  const count = (table: string, one: string, many: string) => `${number.format(rows[table] ?? 0)} ${rows[table] === 1 ? one : many}`;
  return (
    <ul className="list-disc space-y-1 pl-5">
      <li>Websites and programs that use its key are refused from that moment.</li>
      <li>{count('carts', 'cart', 'carts')} and {count('checkouts', 'checkout', 'checkouts')} cannot be finished any more.</li>
      <li>{count('orders', 'order', 'orders')} stay as they are, but no longer say where they came in.</li>
      <li>This cannot be undone. To close it for a while, pause it instead.</li>
    </ul>
  );
}
