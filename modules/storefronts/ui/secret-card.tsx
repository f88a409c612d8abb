import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Switch } from '#ui/choice.tsx';
import { ConfirmByName } from '#ui/confirm-by-name.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Props {
  storefront: { id: string; name: string; secretPrefix: string | null };
  may: Record<string, boolean>;
  needed: boolean;
  onNeeded(needed: boolean): void;
}

/** The secret of the shop's own server: shown once, when it is made or replaced. */
export function SecretCard({ storefront, may, needed, onNeeded }: Props) {
  const [secret, setSecret] = useState<string>();
  const [asking, setAsking] = useState(false);
  const make = useOperation<{ secret: string }>('storefronts.regenerate-secret', { done: storefront.secretPrefix ? 'The secret is replaced' : 'The secret is made', onDone: (answer) => setSecret(answer.secret) });
  const run = () => make.run({ id: storefront.id });
  const action = may['storefronts.regenerate-secret'] && (storefront.secretPrefix ? <Button size="small" onClick={() => setAsking(true)}>Replace secret</Button> : <Button size="small" pending={make.pending} onClick={() => void run()}>Make a secret</Button>);
  return (
    <Card title="Secret for your server" about="A key in a web page can be read by anybody. If only your own server talks to this storefront, ask for this as well: the header X-Storefront-Secret, never from a browser." actions={action}>
      <div className="flex flex-col gap-4">
        {secret ? <ShownOnce secret={secret} /> : storefront.secretPrefix && <code className="truncate rounded-control border border-line bg-sunken px-3 py-2 font-mono text-[13px] text-ink-2">{storefront.secretPrefix}{'•'.repeat(16)}</code>}
        <Switch label="The key works only together with the secret" description={storefront.secretPrefix ? 'Give your server the secret first, then switch this on.' : 'Make a secret first.'} checked={needed} disabled={!may['storefronts.update'] || !storefront.secretPrefix} onChange={(event) => onNeeded(event.target.checked)} />
      </div>
      <ConfirmByName title="Replace the secret?" name={storefront.name} confirm="Replace secret" open={asking} onOpenChange={setAsking} onConfirm={run}>
        A server that sends the old secret is refused at once, until it gets the new one.
      </ConfirmByName>
    </Card>
  );
}

function ShownOnce({ secret }: { secret: string }) {
  return (
    <div role="status" className="flex flex-col gap-1.5">
      <Copyable key={secret} value={secret} what="the secret" kind="secret" />
      <p className="text-[13px] text-warn">Copy it now: it is not shown again.</p>
    </div>
  );
}
