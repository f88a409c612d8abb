import type { Runner } from './query.ts';
import type { Statement, StatementResult } from './batch.ts';

interface Waiting {
  statement: Statement;
  resolve(result: StatementResult): void;
  reject(error: unknown): void;
}

/** Longer batches gain little, and their first answers wait for their last. */
const MOST_TOGETHER = 12;

/**
 * Makes a runner that sends questions asked in the same moment together: `send` takes them to the database in one round trip.
 * For questions alone, since those of a batch in which one fails are asked once more, each for itself, so that only that one is refused.
 */
export function gather(send: (statements: Statement[]) => Promise<StatementResult[]>): Runner {
  let waiting: Waiting[] = [];
  const leave = (): void => {
    const together = waiting;
    waiting = [];
    for (let from = 0; from < together.length; from += MOST_TOGETHER) void travel(together.slice(from, from + MOST_TOGETHER), send);
  };
  return (statement) =>
    new Promise((resolve, reject) => {
      // After everything that is already on its way to ask: inside a promise's continuation, the next tick is past all of those.
      if (waiting.push({ statement, resolve, reject }) === 1) process.nextTick(leave);
    });
}

async function travel(together: Waiting[], send: (statements: Statement[]) => Promise<StatementResult[]>): Promise<void> {
  try {
    const results = await send(together.map((each) => each.statement));
    together.forEach((each, i) => each.resolve(results[i]!));
  } catch (error) {
    if (together.length === 1) return together[0]!.reject(error);
    await Promise.all(together.map((each) => travel([each], send)));
  }
}
