import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { buttonClass, IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';

interface Props {
  path: string;
  /** Another number: something was saved, show it. */
  version: number;
  /** A paused shop answers nobody, the preview included. */
  open: boolean;
}

/** The real shop as the draft makes it, at the width of a phone or a desk. */
export function LookPreview({ path, version, open }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [device, setDevice] = useState<'desk' | 'phone'>('desk');
  // The word in the address changes by the hour; the shop that is shown keeps the one it began with.
  const [shown] = useState(path);
  useEffect(() => {
    if (version > 0) showAgain(frame.current);
  }, [version]);
  if (!open) return <p className="rounded-xl border border-line bg-sunken p-8 text-center text-ink-2">The shop is paused. Open it to see it here; changes are kept all the same.</p>;
  return (
    <section aria-label="Preview" className="sticky top-4 flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-1">
        <IconButton label="As on a desk" size="small" aria-pressed={device === 'desk'} onClick={() => setDevice('desk')} className={cx(device === 'desk' && 'bg-hover')}><Monitor aria-hidden className="size-4" /></IconButton>
        <IconButton label="As on a phone" size="small" aria-pressed={device === 'phone'} onClick={() => setDevice('phone')} className={cx(device === 'phone' && 'bg-hover')}><Smartphone aria-hidden className="size-4" /></IconButton>
        <a href={shown} target="_blank" rel="noreferrer" className={buttonClass({ size: 'small' }, 'ml-auto')}>Open the preview</a>
      </div>
      <div className="flex justify-center overflow-hidden rounded-xl border border-line bg-sunken">
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- our own pages, whose place on the page we keep; a sandbox would make them strangers */}
        <iframe ref={frame} src={shown} title="The shop with the new look" className={cx('h-[min(78vh,900px)] bg-white', device === 'phone' ? 'w-[390px] max-w-full border-x border-line' : 'w-full')} />
      </div>
    </section>
  );
}

// Loads the page that is open in the preview, at the place where it was.
function showAgain(frame: HTMLIFrameElement | null): void {
  const inside = frame?.contentWindow;
  if (!frame || !inside) return;
  const { scrollY } = inside;
  frame.addEventListener('load', () => frame.contentWindow?.scrollTo({ top: scrollY, behavior: 'instant' }), { once: true });
  inside.location.reload();
}
