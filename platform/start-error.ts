/**
 * Quickdash cannot start, and this sentence says why to the person at the terminal.
 * The program prints `sentence` without a stack and ends with exit code 1.
 */
export class StartError extends Error {
  readonly sentence: string;

  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartError';
    this.sentence = sentence;
  }
}
