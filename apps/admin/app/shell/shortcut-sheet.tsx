import { Dialog } from '#ui/dialog.tsx';
import { keyCaps } from '#ui/shortcut-rules.ts';
import { useShortcuts, type Shortcut } from '#ui/shortcuts.tsx';

/** Every key that works on the open page. */
export function ShortcutSheet({ onClose }: { onClose(): void }) {
  const shortcuts = useShortcuts();
  const groups = [...Map.groupBy(shortcuts, (shortcut) => shortcut.group ?? 'Everywhere')];
  return (
    <Dialog title="Keyboard shortcuts" size="large" open onOpenChange={(open) => !open && onClose()}>
      <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map(([group, list]) => (
          <section key={group} aria-label={group}>
            <h3 className="pb-1.5 text-[13px] font-medium text-ink-3">{group}</h3>
            <ul>{list.map((shortcut) => <Line key={shortcut.keys} shortcut={shortcut} />)}</ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ shortcut }: { shortcut: Shortcut }) {
  const system = /Mac|iP/.test(navigator.platform) ? 'mac' : 'other';
  const presses = shortcut.keys.split(' ').map((press) => keyCaps(press, system));
  return (
    <li data-keys={shortcut.keys} className="flex min-h-8 items-center justify-between gap-4 border-b border-line py-1 last:border-0">
      <span className="min-w-0">{shortcut.says}</span>
      <span className="flex shrink-0 items-center gap-1 text-xs text-ink-3">
        {presses.map((caps, i) => (
          <span key={caps.join('+')} className="flex items-center gap-1">
            {i > 0 && 'then'}
            {caps.map((cap) => <kbd key={cap} className="grid h-5 min-w-5 place-items-center rounded border border-line bg-sunken px-1 font-sans text-ink-2">{cap}</kbd>)}
          </span>
        ))}
      </span>
    </li>
  );
}
