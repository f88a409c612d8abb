import { useEffect, useRef, useState } from 'react';
import { Checkbox, Tick } from '#ui/choice.tsx';
import { SearchInput } from '#ui/input.tsx';
import type { EventWord } from './endpoint-shape.ts';
import { groupEvents, toggled, type EventGroup } from './event-groups.ts';

interface Props {
  all: readonly EventWord[];
  /** Names; null means everything. */
  chosen: readonly string[] | null;
  onChange(next: string[] | null): void;
}

/** What an endpoint hears: everything, or what is ticked. */
export function EventChoice({ all, chosen, onChange }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 text-[13px] font-medium">Events</legend>
      <Way label="Everything" description="Also what later versions add." checked={chosen === null} onChoose={() => onChange(null)} />
      <Way label="Only some" checked={chosen !== null} onChoose={() => onChange(chosen?.slice() ?? [])} />
      {chosen !== null && <EventList all={all} chosen={chosen} onChange={onChange} />}
    </fieldset>
  );
}

function Way({ label, description, checked, onChoose }: { label: string; description?: string; checked: boolean; onChoose(): void }) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="radio" name="events-way" checked={checked} onChange={onChoose} className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span>{label}{description && <span className="block text-[13px] text-ink-3">{description}</span>}</span>
    </label>
  );
}

function EventList({ all, chosen, onChange }: Props & { chosen: readonly string[] }) {
  const [sought, setSought] = useState('');
  const groups = groupEvents(all, sought);
  return (
    <div className="flex flex-col gap-2.5 sm:ml-6">
      <div className="flex items-center gap-3">
        <SearchInput aria-label="Find events" placeholder="Find events" value={sought} onChange={(event) => setSought(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} className="min-w-0 flex-1" />
        <span role="status" className="figures shrink-0 text-[13px] text-ink-3">{chosen.length} chosen</span>
      </div>
      <div role="group" aria-label="Events" className="flex max-h-[46dvh] min-h-40 flex-col overflow-y-auto rounded-control border border-line">
        {groups.map((group) => <Group key={group.noun} group={group} chosen={chosen} onChange={onChange} />)}
        {groups.length === 0 && <p className="px-3 py-4 text-ink-2">No event has these words.</p>}
      </div>
    </div>
  );
}

function Group({ group, chosen, onChange }: { group: EventGroup; chosen: readonly string[]; onChange(next: string[]): void }) {
  const names = group.events.map((event) => event.name);
  const ticked = names.filter((name) => chosen.includes(name)).length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current!.indeterminate = ticked > 0 && ticked < names.length;
  }, [ticked, names.length]);
  return (
    <div className="border-t border-line px-3 py-2 first:border-t-0">
      <label className="flex items-center gap-2.5 py-1 font-medium">
        <Tick ref={box} checked={ticked === names.length} onChange={() => onChange(toggled(chosen, names))} />
        <span className="min-w-0 flex-1">{group.label}</span>
      </label>
      <div className="flex flex-col gap-2 pt-1 pb-1.5 pl-6.5">
        {group.events.map((event) => (
          <Checkbox key={event.name} label={event.says} description={<code className="font-mono text-xs break-all">{event.name}</code>} checked={chosen.includes(event.name)} onChange={() => onChange(toggled(chosen, [event.name]))} />
        ))}
      </div>
    </div>
  );
}
