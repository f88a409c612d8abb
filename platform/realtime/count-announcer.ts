const SMALL_AUDIENCE = 100;
const SMALL_MILLIS = 100;
const LARGE_MILLIS = 5_000;

/** Tells a channel how many listen: soon after a change, at most every 5 s for large audiences. */
export class CountAnnouncer {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #countOf: (channel: string) => number;
  readonly #announce: (channel: string, count: number) => void;

  #closed = false;

  constructor(countOf: (channel: string) => number, announce: (channel: string, count: number) => void) {
    this.#countOf = countOf;
    this.#announce = announce;
  }

  changed(channel: string): void {
    if (this.#closed || this.#timers.has(channel)) return;
    const wait = this.#countOf(channel) > SMALL_AUDIENCE ? LARGE_MILLIS : SMALL_MILLIS;
    this.#timers.set(channel, setTimeout(() => this.#tell(channel), wait));
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #tell(channel: string): void {
    this.#timers.delete(channel);
    this.#announce(channel, this.#countOf(channel));
  }
}
