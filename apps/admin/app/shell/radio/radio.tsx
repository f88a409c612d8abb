import { Radio as RadioIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { cx } from '#ui/cx.ts';
import { Popover } from '#ui/popover.tsx';
import type { RadioState } from './player.ts';

const Panel = lazy(() => import('./radio-panel.tsx').then((module) => ({ default: module.RadioPanel })));

/** Ambient radio: off until somebody presses play. The player is loaded with the first opening. */
export function Radio() {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<RadioState>('off');
  const label = state === 'playing' ? 'Radio, playing' : 'Radio';
  return (
    <Popover label="Radio" open={open} onOpenChange={setOpen} trigger={
      <button type="button" aria-label={label} title={label} className={cx('grid size-10 place-items-center sm:size-9 rounded-control hover:bg-hover data-[state=open]:bg-hover', state === 'playing' ? 'text-accent-text' : 'text-ink-2')}>
        <RadioIcon aria-hidden className="size-[18px]" />
      </button>
    }>
      <Suspense fallback={<p role="status" className="py-6 text-center text-ink-3">One moment…</p>}><Panel onPlaying={setState} /></Suspense>
    </Popover>
  );
}
