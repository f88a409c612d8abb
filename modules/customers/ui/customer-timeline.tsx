import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Textarea } from '#ui/input.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';

export interface Entry {
  id: string;
  at: string;
  kind: string;
  says: string;
  byName: string;
  to: string | null;
}

export interface GroupChoice {
  id: string;
  name: string;
  member: boolean;
}

const AT_FIRST = 15;

/** Everything that happened with a customer, and a place to write down more. */
export function CustomerTimeline({ customerId, entries, mayWrite }: { customerId: string; entries: readonly Entry[]; mayWrite: boolean }) {
  const [shown, setShown] = useState(AT_FIRST);
  return (
    <Card title="Timeline">
      {mayWrite && <NoteForm customerId={customerId} />}
      <ol className="mt-2 flex flex-col">
        {entries.slice(0, shown).map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} className="relative flex items-baseline justify-between gap-4 border-l-2 border-line py-2 pl-4">
            <span aria-hidden className="absolute top-3.5 -left-[5px] size-2 rounded-full bg-edge" />
            <span className="min-w-0 whitespace-pre-line">
              {entry.to ? <Link to={entry.to} prefetch="intent" className="hover:underline">{entry.says}</Link> : entry.says}
              {entry.byName && <span className="block text-[13px] text-ink-3">{entry.byName}</span>}
            </span>
            <span className="shrink-0 text-[13px] text-ink-3"><DateTime at={entry.at} /></span>
          </li>
        ))}
      </ol>
      {entries.length > shown && <Button size="small" className="mt-3" onClick={() => setShown(entries.length)}>Show {entries.length - shown} more</Button>}
    </Card>
  );
}

function NoteForm({ customerId }: { customerId: string }) {
  const [text, setText] = useState('');
  const add = useOperation('customers.add-note', { done: 'Note added', onDone: () => setText('') });
  return (
    <form className="flex flex-col items-end gap-2" onSubmit={(event) => { event.preventDefault(); if (text.trim()) void add.run({ id: customerId, text }); }}>
      <Textarea rows={2} aria-label="Note" placeholder="A note for colleagues" maxLength={5000} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" size="small" pending={add.pending} disabled={text.trim() === ''}>Add note</Button>
    </form>
  );
}

/** In which groups the customer is. */
export function GroupsCard({ customerId, groups, mayWrite }: { customerId: string; groups: readonly GroupChoice[]; mayWrite: boolean }) {
  const set = useOperation('customers.set-groups');
  // What was just chosen shows at once; the stored groups show again when the answer is there, also after a refusal.
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const chosen = wanted ?? groups.filter((group) => group.member).map((group) => group.id);
  async function toggle(id: string) {
    const groupIds = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    setWanted(groupIds);
    await set.run({ id: customerId, groupIds });
    setWanted(null);
  }
  return (
    <Card title="Groups" actions={<TextLink to="/customers/groups">All groups</TextLink>}>
      {groups.length === 0 && <p className="text-ink-3">There are no groups yet.</p>}
      <fieldset disabled={!mayWrite} className="flex flex-col gap-2">
        <legend className="sr-only">Groups</legend>
        {groups.map((group) => <Checkbox key={group.id} label={group.name} checked={chosen.includes(group.id)} onChange={() => void toggle(group.id)} />)}
      </fieldset>
    </Card>
  );
}
