interface Kept<T> {
  until: number;
  answer: T | Promise<T>;
}

/** Remembers answers for a few seconds in this process, so that a busy caller does not ask the database each time. */
export class ShortMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly millis: number;
  private readonly most: number;

  constructor(options: { seconds: number; most?: number }) {
    this.millis = options.seconds * 1000;
    this.most = options.most ?? 5_000;
  }

  /**
   * The remembered answer, at once, or the promise of a new one. Callers that ask at the same time share one question;
   * failures are not kept.
   */
  get(key: string, ask: () => Promise<T>): T | Promise<T> {
    const found = this.kept.get(key);
    if (found && found.until > Date.now()) return found.answer;
    if (this.kept.size >= this.most) this.kept.clear();
    const asked = ask();
    const made: Kept<T> = { until: Date.now() + this.millis, answer: asked };
    this.kept.set(key, made);
    asked.then((answer) => (made.answer = answer)).catch(() => this.kept.get(key) === made && this.kept.delete(key));
    return asked;
  }

  forget(): void {
    this.kept.clear();
  }
}
