import { streamsOf } from './channels.ts';

export type RadioState = 'off' | 'connecting' | 'playing' | 'unreachable';

export interface RadioNow {
  state: RadioState;
  channel: string;
  /** 0 to 1. */
  volume: number;
}

const KEPT = 'quickdash.radio';
const PATIENCE_MILLIS = 8_000;

/** One sound for the whole tab. It starts when somebody presses play, never by itself; channel and volume are remembered. */
class Radio {
  private now: RadioNow = { state: 'off', channel: 'groovesalad', volume: 0.4, ...kept() };
  private audio: HTMLAudioElement | undefined;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = () => this.now;

  play(channel = this.now.channel): void {
    this.stop();
    this.change({ channel, state: 'connecting' });
    this.tune(streamsOf(channel), ++this.attempt);
  }

  stop(): void {
    this.attempt++;
    clearTimeout(this.timer);
    // Without a source the browser also stops loading.
    this.audio?.removeAttribute('src');
    this.audio?.load();
    this.audio = undefined;
    this.change({ state: 'off' });
  }

  setVolume(volume: number): void {
    if (this.audio) this.audio.volume = volume;
    this.change({ volume });
  }

  private tune([stream, ...others]: string[], attempt: number): void {
    if (!stream) return this.change({ state: 'unreachable' });
    const audio = new Audio(stream);
    let failed = false;
    const fail = () => {
      if (failed || attempt !== this.attempt) return;
      failed = true;
      clearTimeout(this.timer);
      audio.removeAttribute('src');
      this.tune(others, attempt);
    };
    audio.volume = this.now.volume;
    audio.addEventListener('error', fail);
    audio.addEventListener('playing', () => {
      if (attempt !== this.attempt) return;
      clearTimeout(this.timer);
      this.change({ state: 'playing' });
    });
    this.audio = audio;
    clearTimeout(this.timer);
    this.timer = setTimeout(fail, PATIENCE_MILLIS);
    void audio.play().catch(fail);
  }

  private change(change: Partial<RadioNow>): void {
    this.now = { ...this.now, ...change };
    try {
      localStorage.setItem(KEPT, JSON.stringify({ channel: this.now.channel, volume: this.now.volume }));
    } catch {
      // A browser that keeps nothing forgets the channel.
    }
    for (const listener of this.listeners) listener();
  }
}

function kept(): Partial<RadioNow> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<RadioNow>;
  } catch {
    return {};
  }
}

export const radio = new Radio();
