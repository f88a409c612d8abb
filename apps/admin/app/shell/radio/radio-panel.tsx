import { ExternalLink, Pause, Play, Volume2 } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { channels } from './channels.ts';
import { radio, type RadioNow } from './player.ts';

/** Choosing a station, and how loud. */
export function RadioPanel({ onPlaying }: { onPlaying(now: RadioNow['state']): void }) {
  const now = useSyncExternalStore(radio.subscribe, radio.get, radio.get);
  useEffect(() => onPlaying(now.state), [now.state, onPlaying]);
  const on = now.state === 'playing' || now.state === 'connecting';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Button kind="primary" size="small" icon={on ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />} onClick={() => (on ? radio.stop() : radio.play())}>{on ? 'Stop' : 'Play'}</Button>
        <p role="status" className={cx('min-w-0 text-[13px]', now.state === 'unreachable' ? 'text-bad' : 'text-ink-2')}>{sentence(now)}</p>
      </div>
      <label className="flex items-center gap-2">
        <Volume2 aria-hidden className="size-4 text-ink-3" />
        <span className="sr-only">Volume</span>
        <input type="range" min="0" max="100" value={Math.round(now.volume * 100)} onChange={(event) => radio.setVolume(Number(event.target.value) / 100)} className="h-5 min-w-0 flex-1 accent-accent" />
      </label>
      <ul aria-label="Stations" className="-mx-1 max-h-64 overflow-y-auto">
        {channels.map((channel) => (
          <li key={channel.id}>
            <button type="button" aria-pressed={now.channel === channel.id} onClick={() => radio.play(channel.id)} className={cx('w-full rounded-lg px-2 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2', now.channel === channel.id && 'bg-accent-soft')}>
              <span className="block font-medium">{channel.name}</span>
              <span className="block text-[13px] text-ink-2">{channel.about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-2 text-[13px]">
        <Outside to="https://somafm.com/support/">Support SomaFM</Outside>
        <Outside to="https://my.brain.fm/">Open my brain.fm</Outside>
      </p>
    </div>
  );
}

function Outside({ to, children }: { to: string; children: string }) {
  return <a href={to} target="_blank" rel="noreferrer noopener" className="inline-flex items-center gap-1 text-accent-text hover:underline">{children}<ExternalLink aria-hidden className="size-3.5" /><span className="sr-only"> (opens a new tab)</span></a>;
}

function sentence({ state, channel }: RadioNow): string {
  const name = channels.find((each) => each.id === channel)?.name ?? channel;
  if (state === 'playing') return `Playing ${name}`;
  if (state === 'connecting') return `Tuning in to ${name}…`;
  return state === 'unreachable' ? `${name} cannot be reached from here. Try another station, or later.` : `${name}, off`;
}
