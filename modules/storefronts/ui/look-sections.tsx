import { ArrowDown, ArrowUp, ChevronDown, Eye, EyeOff, GripVertical, Plus, Trash2 } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { Option } from '#ui/select.tsx';
import type { Section, Theme } from '../theme.ts';
import { SectionFields } from './section-fields.tsx';
import { KINDS, USUAL, moved } from './section-kinds.ts';

interface Props {
  theme: Theme;
  collections: readonly Option[];
  workspaceId: string;
  onChange(changes: Partial<Theme>): void;
}

/** The home page from top to bottom. Without an arrangement it is the usual one; the first change makes it the shop's own. */
export function LookSections({ theme, collections, workspaceId, onChange }: Props) {
  const sections = theme.sections ?? USUAL;
  const [open, setOpen] = useState<string>();
  const [dragged, setDragged] = useState<string>();
  const set = (next: readonly Section[]) => onChange({ sections: [...next] });
  const put = (id: string, to: number) => set(moved(sections, id, to));
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged) put(dragged, to);
    setDragged(undefined);
  };
  const add = (kind: Section['kind']) => {
    const id = `${kind}-${crypto.randomUUID().slice(0, 8)}`;
    set([...sections, { id, kind, ...(kind === 'promises' && { promises: [{ title: 'Sent within a day', text: '' }] }) }]);
    setOpen(id);
  };
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col gap-1.5">
        {sections.map((section, i) => (
          <li key={section.id} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, i)} className={cx('rounded-lg border border-line bg-surface', dragged === section.id && 'opacity-50')}>
            <Head section={section} open={open === section.id} first={i === 0} last={i === sections.length - 1} onDrag={() => setDragged(section.id)} onMove={(by) => put(section.id, i + by)} onOpen={() => setOpen(open === section.id ? undefined : section.id)} onHide={() => set(sections.map((each) => (each === section ? { ...each, hidden: !each.hidden } : each)))} onRemove={() => set(sections.filter((each) => each !== section))} />
            {open === section.id && <SectionFields section={section} collections={collections} workspaceId={workspaceId} onChange={(changes) => set(sections.map((each) => (each === section ? { ...each, ...changes } : each)))} />}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Menu align="start" trigger={<Button size="small" icon={<Plus aria-hidden />} disabled={sections.length >= 20}>Add a section</Button>}>
          {Object.entries(KINDS).map(([kind, { label, about }]) => <MenuItem key={kind} onSelect={() => add(kind as Section['kind'])}><span><span className="block">{label}</span><span className="block text-[13px] text-ink-3">{about}</span></span></MenuItem>)}
        </Menu>
        {theme.sections && <Button size="small" onClick={() => onChange({ sections: undefined })}>Back to the usual page</Button>}
      </div>
    </div>
  );
}

interface HeadProps {
  section: Section;
  open: boolean;
  first: boolean;
  last: boolean;
  onDrag(): void;
  onMove(by: 1 | -1): void;
  onOpen(): void;
  onHide(): void;
  onRemove(): void;
}

function Head({ section, open, first, last, onDrag, onMove, onOpen, onHide, onRemove }: HeadProps) {
  const name = section.title || KINDS[section.kind].label;
  const steer = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div role="group" aria-label={name} draggable onDragStart={onDrag} onKeyDown={steer} className="flex items-center gap-0.5 py-0.5 pr-1 pl-2">
      <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-ink-3" />
      <button type="button" aria-expanded={open} onClick={onOpen} className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-hover">
        <span className={cx('min-w-0 flex-1 truncate font-medium', section.hidden && 'text-ink-3 line-through')}>{name}</span>
        <ChevronDown aria-hidden className={cx('size-4 shrink-0 text-ink-3', open && 'rotate-180')} />
      </button>
      <IconButton label={`Move ${name} up`} size="small" disabled={first} onClick={() => onMove(-1)}><ArrowUp aria-hidden className="size-4" /></IconButton>
      <IconButton label={`Move ${name} down`} size="small" disabled={last} onClick={() => onMove(1)}><ArrowDown aria-hidden className="size-4" /></IconButton>
      <IconButton label={section.hidden ? `Show ${name}` : `Hide ${name}`} size="small" onClick={onHide}>{section.hidden ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}</IconButton>
      <IconButton label={`Remove ${name}`} size="small" onClick={onRemove}><Trash2 aria-hidden className="size-4" /></IconButton>
    </div>
  );
}
