import { ArrowDown, ArrowUp, Eye, EyeOff, GripVertical, Pin, PinOff } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { arranged, branches, moved, presets, type Arrangement, type PresetName } from './arranged.ts';
import { NavIcon } from './nav-icon.tsx';
import { navigation, type NavItem } from './navigation.ts';
import type { ShellData } from './shell-data.ts';

type Own = ShellData['arrangement'];

/** The member's own sidebar: a ready arrangement, then order, pins and what is put away. Each change is kept at once. */
export function ArrangeSidebar({ shell, onClose }: { shell: ShellData; onClose(): void }) {
  const [own, setOwn] = useState<Own>(shell.arrangement);
  const saving = useOperation('sidebar.arrange');
  const change = (next: Partial<Arrangement>) => {
    setOwn({ ...own, ...(next.preset !== undefined && { order: [], hidden: [], shown: [], pinned: [] }), ...next });
    void saving.run(next);
  };
  const { pinned, groups, hidden } = arranged(navigation, own, shell.pages);
  return (
    <Dialog title="Arrange the sidebar" about="Only yours changes. Drag a page, use its buttons, or hold Alt and press the arrow keys." open onOpenChange={(open) => !open && onClose()}>
      <div className="flex flex-col gap-4">
        <PresetChoice shell={shell} own={own} onChange={(preset) => change({ preset })} />
        {pinned.length > 0 && <Section title="Pinned" items={pinned} own={own} hidden={hidden} onChange={change} />}
        {groups.map((group, i) => <Section key={group.label ?? i} title={group.label ?? 'Main'} items={group.items} own={own} hidden={hidden} onChange={change} />)}
        {hidden.length > 0 && <Section title="Put away" items={hidden} own={own} hidden={hidden} onChange={change} />}
      </div>
      <DialogActions>
        <Button onClick={() => change({ preset: null })}>Start again</Button>
        <Button kind="primary" onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}

function PresetChoice({ shell, own, onChange }: { shell: ShellData; own: Own; onChange(preset: PresetName | null): void }) {
  const current = own.preset ?? own.default;
  const setting = useOperation('sidebar.set-default', { done: `Everybody now begins with “${presets[current].label}”.` });
  const options = Object.entries(presets).map(([value, preset]) => ({ value, label: preset.label }));
  return (
    <div className="flex flex-col gap-2">
      <Field label="Begin with" description={presets[current].about}>
        <Select value={own.preset ?? ''} onChange={(event) => onChange((event.target.value || null) as PresetName | null)} options={[{ value: '', label: `What the workspace uses (${presets[own.default].label})` }, ...options]} />
      </Field>
      {shell.maySetDefault && own.preset !== null && own.preset !== own.default && (
        <Button size="small" className="self-start" pending={setting.pending} onClick={() => void setting.run({ preset: own.preset })}>Let everybody begin with this</Button>
      )}
    </div>
  );
}

interface SectionProps {
  title: string;
  items: readonly NavItem[];
  own: Own;
  hidden: readonly NavItem[];
  onChange(next: Partial<Arrangement>): void;
}

function Section({ title, items, own, hidden, onChange }: SectionProps) {
  const [dragged, setDragged] = useState<string>();
  const tree = branches(items);
  const pages = tree.map(({ item }) => item.to);
  const isPinned = title === 'Pinned';
  const put = (page: string, to: number) => onChange(isPinned ? { pinned: moved(pages, page, to) } : { order: [...moved(pages, page, to), ...own.order.filter((each) => !pages.includes(each))] });
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged && pages.includes(dragged)) put(dragged, to);
    setDragged(undefined);
  };
  const away = hidden === items ? 'away' : undefined;
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-[13px] font-medium text-ink-3">{title}</h3>
      <ul className="flex flex-col gap-1">
        {tree.map(({ item, below }, i) => (
          <li key={item.to} className="flex flex-col gap-1">
            <div role="group" aria-label={item.label} draggable={!away} onDragStart={() => setDragged(item.to)} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, i)} onKeyDown={(event) => altArrow(event, (by) => put(item.to, i + by))} className={cx(row, dragged === item.to && 'opacity-50')}>
              <GripVertical aria-hidden className={cx('size-4 shrink-0 cursor-grab text-ink-3', away && 'invisible')} />
              <Name item={item} />
              {!away && <Movers label={item.label} first={i === 0} last={i === tree.length - 1} onMove={(by) => put(item.to, i + by)} />}
              <Tools item={item} own={own} away={away} onChange={onChange} />
            </div>
            {below.map((each) => <div key={each.to} className={cx(row, 'ml-6 pl-3')}><Name item={each} /><Tools item={each} own={own} away={away} onChange={onChange} /></div>)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const row = 'flex items-center gap-2 rounded-lg border border-line bg-surface py-0.5 pr-1 pl-2';

function Name({ item }: { item: NavItem }) {
  return <><NavIcon icon={item.icon} /><span className="min-w-0 flex-1 truncate">{item.label}</span></>;
}

function altArrow(event: KeyboardEvent, move: (by: 1 | -1) => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  move(event.key === 'ArrowUp' ? -1 : 1);
}

function Movers({ label, first, last, onMove }: { label: string; first: boolean; last: boolean; onMove(by: 1 | -1): void }) {
  return (
    <span className="flex shrink-0">
      <IconButton label={`Move ${label} up`} size="small" disabled={first} onClick={() => onMove(-1)}><ArrowUp aria-hidden className="size-4" /></IconButton>
      <IconButton label={`Move ${label} down`} size="small" disabled={last} onClick={() => onMove(1)}><ArrowDown aria-hidden className="size-4" /></IconButton>
    </span>
  );
}

interface ToolsProps {
  item: NavItem;
  own: Own;
  away: 'away' | undefined;
  onChange(next: Partial<Arrangement>): void;
}

function Tools({ item: { to, label }, own, away, onChange }: ToolsProps) {
  const without = (list: readonly string[]) => list.filter((each) => each !== to);
  if (away) return <IconButton label={`Show ${label}`} size="small" onClick={() => onChange({ hidden: without(own.hidden), shown: [...without(own.shown), to] })}><Eye aria-hidden className="size-4" /></IconButton>;
  const isPinned = own.pinned.includes(to);
  return (
    <span className="flex shrink-0">
      <IconButton label={isPinned ? `Unpin ${label}` : `Pin ${label}`} size="small" onClick={() => onChange({ pinned: isPinned ? without(own.pinned) : [...own.pinned, to] })}>{isPinned ? <PinOff aria-hidden className="size-4" /> : <Pin aria-hidden className="size-4" />}</IconButton>
      <IconButton label={`Put ${label} away`} size="small" onClick={() => onChange({ hidden: [...without(own.hidden), to], shown: without(own.shown), pinned: without(own.pinned) })}><EyeOff aria-hidden className="size-4" /></IconButton>
    </span>
  );
}
