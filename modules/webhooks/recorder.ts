import { log } from '#platform/log.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { recordAttempts, type Attempt } from './record-attempts.ts';

const MOST_AT_ONCE = 200;
/** Tries that end close together are written together. */
const GATHER_MILLIS = 10;

interface Waiting {
  attempt: Attempt;
  written(): void;
}

type Follower = (workspaceId: string) => void;
let follower: Follower = () => {};

/** Hears of each workspace in which this process has just tried webhooks. There is one who follows; a later one takes over. */
export function followDeliveries(next: Follower): void {
  follower = next;
}

/** Gathers what came of tries and writes it down for each workspace at once: one transaction for many. */
export class Recorder {
  readonly #waiting = new Map<string, Waiting[]>();

  /** Resolves when the try is written down, or could not be. Then it will be made again under the same id. */
  record(ctx: Context, attempt: Attempt): Promise<void> {
    return new Promise((written) => {
      const queue = this.#waiting.get(ctx.workspaceId);
      if (queue) return void queue.push({ attempt, written });
      this.#waiting.set(ctx.workspaceId, [{ attempt, written }]);
      setTimeout(() => void this.#write(ctx), GATHER_MILLIS);
    });
  }

  async #write(ctx: Context): Promise<void> {
    const queue = this.#waiting.get(ctx.workspaceId)!;
    while (queue.length > 0) {
      const some = queue.splice(0, MOST_AT_ONCE);
      await writeOrSplit(ctx, some.map((each) => each.attempt));
      for (const { written } of some) written();
      follower(ctx.workspaceId);
    }
    this.#waiting.delete(ctx.workspaceId);
  }
}

// One try that cannot be written keeps nobody else's from it.
async function writeOrSplit(ctx: Context, attempts: Attempt[]): Promise<void> {
  try {
    await recordAttempts(ctx, attempts);
  } catch (error) {
    if (attempts.length > 1) for (const each of attempts) await writeOrSplit(ctx, [each]);
    else log.warn('What came of a webhook could not be written down; it will be sent again.', { delivery: attempts[0]!.deliveryId, error: (error as Error).message });
  }
}
