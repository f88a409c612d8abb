import { Check, Minus } from 'lucide-react';
import { inWords } from '#ui/badge.tsx';
import type { Capability } from './capability-list.tsx';

export interface Role {
  id: string | null;
  key: string;
  name: string;
  builtIn: boolean;
  capabilities: string[];
  members: number;
}

/** What a role can do, area by area: sees, changes, or neither. */
export function RolePreview({ capabilities, all }: { capabilities: readonly string[]; all: readonly Capability[] }) {
  const areas = [...Map.groupBy(all, (each) => each.name.split(':')[0]!)];
  return (
    <div className="rounded-control border border-line bg-sunken p-3">
      <p className="mb-2 text-[13px] font-medium">What this role can do</p>
      <ul className="grid gap-x-6 gap-y-1.5 text-[13px] sm:grid-cols-2">
        {areas.map(([area, own]) => <Area key={area} area={area} may={own.filter((each) => capabilities.includes(each.name))} />)}
      </ul>
    </div>
  );
}

function Area({ area, may }: { area: string; may: readonly Capability[] }) {
  const verbs = may.map((each) => (each.name.endsWith(':read') ? 'see' : each.name.endsWith(':write') ? 'change' : each.name.split(':')[1]!));
  return (
    <li className={`flex items-start gap-2 ${may.length === 0 ? 'text-ink-3' : ''}`} title={may.map((each) => each.says).join('. ')}>
      {may.length > 0 ? <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-good" /> : <Minus aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
      <span className="min-w-0"><span className="font-medium">{inWords(area)}</span>: {verbs.length > 0 ? verbs.join(' and ') : 'nothing'}</span>
    </li>
  );
}
