import { PencilLine } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Avatar } from './avatar.tsx';
import { useLiveConnection } from './live.tsx';
import { PresenceRoom, type Present } from './presence-room.ts';
import { Tooltip } from './tooltip.tsx';

export type { Present };

/** Who is in a room of the workspace, and what they say they do; `mine` is what this tab says. Empty while nothing is known. */
export function usePresence<S extends object>(room: string, mine: S): Present<S>[] {
  const live = useLiveConnection();
  const [people, setPeople] = useState<Present<S>[]>([]);
  const words = JSON.stringify(mine);
  const latest = useRef(words);
  const open = useRef<PresenceRoom<S>>(undefined);
  useEffect(() => {
    if (!live) return;
    let left = false;
    void live.connect().then((pusher) => {
      if (!left) open.current = new PresenceRoom<S>({ pusher, name: `presence-${room}@${live.workspaceId}`, state: JSON.parse(latest.current) as S, onChange: setPeople });
    });
    return () => {
      left = true;
      open.current?.leave();
      open.current = undefined;
      setPeople([]);
    };
  }, [live, room]);
  useEffect(() => {
    latest.current = words;
    open.current?.now(JSON.parse(words) as S);
  }, [words]);
  return people;
}

interface Doing {
  editing: boolean;
}

/**
 * Who else looks at this record, and who changes it: `<RecordPresence type="order" id={id} editing={dirty} />`. A hint, never a
 * lock: whoever saves second is asked by the version check.
 */
export function RecordPresence({ type, id, editing = false }: { type: string; id: string; editing?: boolean }) {
  const people = usePresence<Doing>(`page-${type}-${id}`, useMemo(() => ({ editing }), [editing]));
  const others = people.filter((person) => !person.me || person.tabs.length > 0);
  const editors = others.filter((person) => person.tabs.some((each) => each.editing));
  return (
    <div role="status" aria-live="polite" className="flex min-w-0 items-center gap-2">
      {others.length > 0 && <Faces people={others} />}
      {editors.length > 0 && (
        <span className="flex min-w-0 items-center gap-1.5 rounded-full bg-warn-soft px-2 py-0.5 text-[13px] font-medium text-warn">
          <PencilLine aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{sentence(editors)}</span>
        </span>
      )}
    </div>
  );
}

function sentence(editors: readonly Present<Doing>[]): string {
  const [first, ...rest] = editors.map((person) => (person.me ? 'You, in another tab,' : person.name));
  if (rest.length === 0) return editors[0]!.me ? 'You are editing this in another tab' : `${first} is editing`;
  return `${first} and ${rest.length} more are editing`;
}

/** Overlapping faces, each named when pointed at. */
export function Faces({ people, most = 4 }: { people: readonly Pick<Present<unknown>, 'id' | 'name' | 'image'>[]; most?: number }) {
  return (
    <span className="flex shrink-0 items-center -space-x-1.5">
      {people.slice(0, most).map((person) => (
        <Tooltip key={person.id} text={person.name} side="bottom">
          <span className="rounded-full ring-2 ring-canvas">
            <span className="sr-only">{person.name}</span>
            <Avatar name={person.name} src={person.image} size="small" />
          </span>
        </Tooltip>
      ))}
      {people.length > most && <span className="figures grid size-6 place-items-center rounded-full bg-press text-[11px] font-medium text-ink-2 ring-2 ring-canvas">+{people.length - most}</span>}
    </span>
  );
}
