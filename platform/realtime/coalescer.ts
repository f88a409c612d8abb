const WINDOW_MILLIS = 100;

interface Window<T> {
  waiting: Map<string, T>;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Latest wins: per group (a channel) the first value goes out at once, later ones are kept by key and
 * go out together when 100 ms have passed. So a group emits at most 10 times a second.
 */
export class Coalescer<T> {
  readonly #windows = new Map<string, Window<T>>();
  readonly #emit: (group: string, values: T[]) => void;

  constructor(emit: (group: string, values: T[]) => void) {
    this.#emit = emit;
  }

  add(group: string, key: string, value: T): void {
    const window = this.#windows.get(group);
    if (window) {
      window.waiting.delete(key);
      window.waiting.set(key, value);
      return;
    }
    this.#open(group);
    this.#emit(group, [value]);
  }

  /** Sends what waits and stops all timers. */
  close(): void {
    for (const [group, window] of this.#windows) {
      clearTimeout(window.timer);
      if (window.waiting.size > 0) this.#emit(group, [...window.waiting.values()]);
    }
    this.#windows.clear();
  }

  #open(group: string): void {
    const window: Window<T> = { waiting: new Map(), timer: undefined };
    window.timer = setTimeout(() => this.#turn(group, window), WINDOW_MILLIS);
    this.#windows.set(group, window);
  }

  #turn(group: string, window: Window<T>): void {
    if (window.waiting.size === 0) {
      this.#windows.delete(group);
      return;
    }
    const values = [...window.waiting.values()];
    window.waiting.clear();
    window.timer = setTimeout(() => this.#turn(group, window), WINDOW_MILLIS);
    this.#emit(group, values);
  }
}
