import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import { SCENARIOS, type BenchWorld, type Scenario } from './scenarios.ts';

/** What the bench asks of its client process. */
export interface Assignment {
  scenario: string;
  port: number;
  world: BenchWorld;
  connections: number;
  warmSeconds: number;
  seconds: number;
  /** Running numbers begin here, so that no two rounds use the same buyer. */
  from: number;
}

export interface Outcome {
  visits: number;
  /** With those of the warm-up. */
  allVisits: number;
  failed: number;
  firstFailure: string;
  seconds: number;
  p50: number;
  p99: number;
}

export type ClientSays = { at: 'begin' } | { at: 'end' } | { at: 'done'; outcome: Outcome };

class Round {
  readonly latencies: number[] = [];
  done = 0;
  failed = 0;
  firstFailure = '';
  measuring = false;
  over = false;
  number: number;

  constructor(from: number) {
    this.number = from;
  }
}

// A closed loop: each connection asks again as soon as it was answered.
async function loop(round: Round, scenario: Scenario, { port, world }: Assignment): Promise<void> {
  let connection = await Connection.open(port);
  while (!round.over) {
    const began = performance.now();
    try {
      await scenario.visit(connection, world, round.number++);
      round.done += 1;
      if (round.measuring) round.latencies.push(performance.now() - began);
    } catch (error) {
      round.failed += 1;
      round.firstFailure ||= (error as Error).message;
      connection.close();
      await sleep(5);
      connection = await Connection.open(port);
    }
  }
  connection.close();
}

async function work(given: Assignment): Promise<void> {
  const round = new Round(given.from);
  const loops = Array.from({ length: given.connections }, () => loop(round, SCENARIOS[given.scenario]!, given));
  await sleep(given.warmSeconds * 1_000);
  say({ at: 'begin' });
  round.measuring = true;
  const began = performance.now();
  await sleep(given.seconds * 1_000);
  round.measuring = false;
  const seconds = (performance.now() - began) / 1_000;
  say({ at: 'end' });
  round.over = true;
  await Promise.all(loops);
  say({ at: 'done', outcome: outcomeOf(round, seconds) });
}

function outcomeOf({ latencies, failed, firstFailure, done }: Round, seconds: number): Outcome {
  const sorted = Float64Array.from(latencies).toSorted();
  return { visits: sorted.length, allVisits: done, failed, firstFailure, seconds, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function say(message: ClientSays): void {
  process.send!(message);
}

process.on('message', (given: Assignment) => {
  work(given).catch((error: Error) => {
    console.error(error);
    process.exit(1);
  });
});
