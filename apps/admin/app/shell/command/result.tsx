import { labelOf } from '#ui/schema-form/schema-fields.ts';

/** An answer as facts; what has no words of its own is shown as it came. */
export function Result({ answer }: { answer: unknown }) {
  const facts = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? Object.entries(answer) : [];
  const shown = facts.filter(([, value]) => value !== null && value !== '');
  if (shown.length === 0) return null;
  return (
    <dl tabIndex={0} aria-label="Answer" className="grid max-h-64 grid-cols-[minmax(88px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 overflow-y-auto rounded-xl bg-sunken p-3.5 text-[13px]">
      {shown.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{name === 'id' ? 'Id' : labelOf(name)}</dt>
          <dd className="min-w-0 font-mono text-xs leading-5 break-all whitespace-pre-wrap">{textOf(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'object' ? JSON.stringify(value, null, 1).slice(0, 2_000) : String(value);
}
