import { Connection } from './connection.ts';
import type { BenchDatabase } from './database.ts';
import { checkoutSteps, Unwanted, type Step } from './scenarios.ts';
import { startServer } from './server.ts';

export interface FlashSale {
  processes: number;
  buyers: number;
  units: number;
  orders: number;
  outOfStock: number;
  serverErrors: number;
  other: number;
  seconds: number;
  counterEqualsLedger: boolean;
  held: number;
}

const BUYERS = 200;
const UNITS = 50;

/** 200 people with the thing in their cart press "buy" at the same moment; there are 50 of it. */
export async function flashSale(database: BenchDatabase, { processes, release }: { processes: number; release: number }): Promise<FlashSale> {
  const server = await startServer({ databaseUrl: database.url, processes });
  try {
    const [thing] = await database.ask<{ id: string }>(`select v.id from variants v join products p on p.id = v.product_id and p.workspace_id = v.workspace_id where p.slug = $1`, [`limited-release-${release}`]);
    const connections = await Promise.all(Array.from({ length: BUYERS }, () => Connection.open(server.port)));
    const buyers = connections.map((connection, i) => checkoutSteps(connection, database.world, { buyer: release * 1_000 + i, variantId: thing!.id }));
    for (let at = 0; at < BUYERS; at += 20) await Promise.all(buyers.slice(at, at + 20).map((steps) => fillCart(steps)));
    await Promise.all(connections.map((connection) => connection.reopen()));
    const began = performance.now();
    const ends = await Promise.all(buyers.map((steps) => buy(steps.slice(2))));
    const seconds = (performance.now() - began) / 1_000;
    for (const connection of connections) connection.close();
    return { processes, buyers: BUYERS, units: UNITS, ...count(ends), seconds, ...(await books(database, thing!.id)) };
  } finally {
    await server.stop();
  }
}

async function fillCart(steps: Step[]): Promise<void> {
  for (const step of steps.slice(0, 2)) await step.go();
}

type End = 'order' | 'out_of_stock' | 'server-error' | 'other';

async function buy(steps: Step[]): Promise<End> {
  try {
    for (const step of steps) await step.go();
    return 'order';
  } catch (error) {
    if (!(error instanceof Unwanted)) return 'server-error';
    if (error.status >= 500) return 'server-error';
    return error.code === 'out_of_stock' ? 'out_of_stock' : 'other';
  }
}

function count(ends: End[]): Pick<FlashSale, 'orders' | 'outOfStock' | 'serverErrors' | 'other'> {
  const of = (end: End) => ends.filter((each) => each === end).length;
  return { orders: of('order'), outOfStock: of('out_of_stock'), serverErrors: of('server-error'), other: of('other') };
}

// Orders as stored must be as many as were answered, so the books are asked and not the answers.
async function books(database: BenchDatabase, variantId: string): Promise<Pick<FlashSale, 'counterEqualsLedger' | 'held'>> {
  const [book] = await database.ask<{ on_hand: number; reserved: number; hand: string; held: string; open: string; sold: string }>(
    `select s.on_hand, s.reserved, (select sum(on_hand_change) from stock_movements m where m.variant_id = s.variant_id) as hand,
       (select sum(reserved_change) from stock_movements m where m.variant_id = s.variant_id) as held,
       (select coalesce(sum(open), 0) from reservations r where r.variant_id = s.variant_id) as open,
       (select coalesce(sum(quantity), 0) from order_lines l where l.variant_id = s.variant_id) as sold
     from stock_levels s where s.variant_id = $1`, [variantId]);
  const { on_hand: onHand, reserved } = book!;
  const agrees = onHand === Number(book!.hand) && reserved === Number(book!.held) && reserved === Number(book!.open) && reserved === Number(book!.sold);
  return { counterEqualsLedger: agrees, held: reserved };
}
