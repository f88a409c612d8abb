import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmByName } from '#ui/confirm-by-name.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Props {
  storefront: { id: string; name: string; keyPrefix: string };
  may: Record<string, boolean>;
}

/** The storefront's key: fetched when it is asked for, because the audit log notes who looked; then shown, hidden, copied. */
export function KeyCard({ storefront, may }: Props) {
  const [key, setKey] = useState<string>();
  const [asking, setAsking] = useState(false);
  const reveal = useOperation<{ key: string }>('storefronts.reveal-key', { onDone: (answer) => setKey(answer.key) });
  const regenerate = useOperation<{ key: string }>('storefronts.regenerate-key', { done: 'The key is replaced', onDone: (answer) => setKey(answer.key) });
  return (
    <Card title="Storefront key" about="Sent as the header X-Storefront-Key by websites and apps." actions={may['storefronts.regenerate-key'] && <Button size="small" onClick={() => setAsking(true)}>Replace key</Button>}>
      {key ? <Copyable key={key} value={key} what="the key" kind="secret" /> : (
        <div className="flex items-center justify-between gap-3 rounded-control border border-line bg-sunken py-1 pr-1 pl-3">
          <code className="truncate font-mono text-[13px] text-ink-2">{storefront.keyPrefix}{'•'.repeat(16)}</code>
          {may['storefronts.reveal-key'] && <Button size="small" kind="quiet" pending={reveal.pending} onClick={() => void reveal.run({ id: storefront.id })}>Get key</Button>}
        </div>
      )}
      <ConfirmByName title="Replace the key?" name={storefront.name} confirm="Replace key" open={asking} onOpenChange={setAsking} onConfirm={() => regenerate.run({ id: storefront.id })}>
        Everything that uses the old key is refused at once, until it gets the new one.
      </ConfirmByName>
    </Card>
  );
}
