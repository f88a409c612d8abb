import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';

export interface DomainCheck {
  domain: string | null;
  record: { type: string; name: string; value: string } | null;
  state: 'none' | 'points here' | 'points elsewhere' | 'not found';
  found: string[];
}

const states: Record<DomainCheck['state'], [Tone, string, string]> = {
  none: ['plain', 'No domain', ''],
  'points here': ['good', 'Points here', 'Shoppers reach this storefront under its own domain.'],
  'points elsewhere': ['warn', 'Points elsewhere', 'Change the record where the domain is registered, then check again. It can take an hour to be seen everywhere.'],
  'not found': ['warn', 'Not found', 'The name service knows no such record yet. Enter it where the domain is registered, then check again.'],
};

/** What to enter where the domain is registered, and whether it has arrived. */
export function DomainCard({ check, onAgain, pending }: { check: DomainCheck; onAgain(): void; pending: boolean }) {
  if (!check.record) return null;
  const [tone, label, about] = states[check.state];
  return (
    <Card title="Domain" actions={<><Badge tone={tone}>{label}</Badge><Button size="small" pending={pending} onClick={onAgain}>Check again</Button></>}>
      <p className="mb-3 text-ink-2">{about}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
        <dt className="text-ink-3">Type</dt><dd className="font-mono text-[13px]">{check.record.type}</dd>
        <dt className="text-ink-3">Name</dt><dd><Copyable value={check.record.name} what="the name" /></dd>
        <dt className="text-ink-3">Value</dt><dd><Copyable value={check.record.value} what="the value" /></dd>
        {check.found.length > 0 && <><dt className="text-ink-3">Now</dt><dd className="font-mono text-[13px] break-words">{check.found.join(', ')}</dd></>}
      </dl>
    </Card>
  );
}
