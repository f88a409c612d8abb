import cluster, { type Worker } from 'node:cluster';
import { config } from '#platform/config.ts';
import { log } from '#platform/log.ts';
import type { Serving } from './process.ts';

/** Several processes behind one port. The first process keeps the database and hands connections out. */
export async function startProcesses(count: number, port: number, databaseUrl: string): Promise<Serving> {
  const fork = (): Worker => {
    const worker = cluster.fork({ DATABASE_POOL: String(config().DATABASE_POOL ?? poolFor(count)) });
    worker.once('online', () => worker.send({ databaseUrl, port }));
    return worker;
  };
  let stopping = false;
  cluster.on('exit', (worker, code) => {
    if (stopping) return;
    log.error('A serving process ended; another takes its place.', { pid: worker.process.pid, code });
    fork();
  });
  const workers = await Promise.all(Array.from({ length: count }, () => whenListening(fork())));
  return {
    port: workers[0]!,
    async stop() {
      stopping = true;
      const running = Object.values(cluster.workers ?? {}).filter((w) => w !== undefined);
      await Promise.all(running.map(whenGone));
    },
  };
}

// Each connection plans every statement for itself, and few are enough to keep a database busy: what many processes share is not
// much more than what one would have.
function poolFor(processes: number): number {
  return Math.max(5, Math.floor(12 / processes));
}

function whenListening(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: { port: number }) => resolve(message.port));
    worker.once('exit', (code) => reject(new Error(`a serving process ended with ${code} while starting`)));
  });
}

function whenGone(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.process.kill('SIGTERM');
  });
}
