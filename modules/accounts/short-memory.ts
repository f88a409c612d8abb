/** Remembers answers for a few seconds in this process, so that a busy caller does not ask the database each time. */
export class ShortMemory<T> {
  private readonly kept = new Map<string, { until: number; answer: Promise<T> }>();
  private readonly millis: number;
  private readonly most: number;

  constructor(options: { seconds: number; most?: number }) {
    this.millis = options.seconds * 1000;
    this.most = options.most ?? 5_000;
  }

  /** The remembered answer, or a new one. Callers that ask at the same time share one question; failures are not kept. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key);
    if (found && found.until > Date.now()) return found.answer;
    if (this.kept.size >= this.most) this.kept.clear();
    const made = { until: Date.now() + this.millis, answer: ask() };
    this.kept.set(key, made);
    made.answer.catch(() => this.kept.get(key) === made && this.kept.delete(key));
    return made.answer;
  }

  forget(): void {
    this.kept.clear();
  }
}
