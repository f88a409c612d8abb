import { Archive, ArchiveRestore, Check, Clock, MailOpen, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '#ui/menu.tsx';
import { snoozeTimes } from './snooze-times.ts';
import { useMarks, type Which } from './use-bell.ts';

interface State {
  read: boolean;
  archived: boolean;
  snoozed: boolean;
}

/** Read, put off, put away: for one notification or for all of a kind. `what` names it for who cannot see the line. */
export function NoticeActions({ which, what, state }: { which: Which; what: string; state: State }) {
  const { mark } = useMarks();
  if (state.archived) return <IconButton size="small" label={`Bring back: ${what}`} onClick={() => void mark('restored', which)}><ArchiveRestore aria-hidden className="size-4" /></IconButton>;
  return (
    <>
      {state.snoozed && <IconButton size="small" label={`Show now: ${what}`} onClick={() => void mark('awake', which)}><Undo2 aria-hidden className="size-4" /></IconButton>}
      {!state.snoozed && !state.read && <IconButton size="small" label={`Mark as read: ${what}`} onClick={() => void mark('read', which)}><Check aria-hidden className="size-4" /></IconButton>}
      {!state.snoozed && state.read && <IconButton size="small" label={`Mark as unread: ${what}`} onClick={() => void mark('unread', which)}><MailOpen aria-hidden className="size-4" /></IconButton>}
      {!state.snoozed && <SnoozeMenu which={which} what={what} />}
      <IconButton size="small" label={`Archive: ${what}`} onClick={() => void mark('archived', which)}><Archive aria-hidden className="size-4" /></IconButton>
    </>
  );
}

function SnoozeMenu({ which, what }: { which: Which; what: string }) {
  const { snooze } = useMarks();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton size="small" label={`Snooze: ${what}`}><Clock aria-hidden className="size-4" /></IconButton>}>
        <MenuLabel>Show again</MenuLabel>
        <SnoozeChoices onChoose={(until) => void snooze(until, which)} />
        <MenuLine />
        <MenuItem onSelect={() => setAsking(true)}>At another time…</MenuItem>
      </Menu>
      <SnoozeDialog open={asking} onOpenChange={setAsking} onChoose={(until) => void snooze(until, which)} />
    </>
  );
}

// Made when the menu opens, so that "in three hours" counts from then.
function SnoozeChoices({ onChoose }: { onChoose(until: Date): void }) {
  const [times] = useState(() => snoozeTimes(new Date()));
  return times.map(({ label, until }) => (
    <MenuItem key={label} onSelect={() => onChoose(until)}>
      <span className="flex-1">{label}</span>
      <span className="pl-6 text-[13px] text-ink-3">{shortTime(until)}</span>
    </MenuItem>
  ));
}

function SnoozeDialog({ open, onOpenChange, onChoose }: { open: boolean; onOpenChange(open: boolean): void; onChoose(until: Date): void }) {
  const [time, setTime] = useState('');
  const [usable, setUsable] = useState(false);
  const until = new Date(time);
  const choose = (chosen: string) => {
    setTime(chosen);
    setUsable(new Date(chosen) > new Date());
  };
  return (
    <Dialog title="Show again at" open={open} onOpenChange={onOpenChange}>
      <form onSubmit={(event) => { event.preventDefault(); if (usable) { onChoose(until); onOpenChange(false); } }}>
        <Field label="Date and time" {...(time && !usable && { error: 'Choose a time that is still to come.' })}><Input type="datetime-local" value={time} onChange={(event) => choose(event.target.value)} /></Field>
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={!usable}>Snooze</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function shortTime(at: Date): string {
  return at.toLocaleString('en', { weekday: 'short', hour: 'numeric', minute: '2-digit' });
}
