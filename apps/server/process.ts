import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { startCounting } from '#modules/tiers/index.ts';
import { config, useConfig } from '#platform/config.ts';
import { statementsSoFar } from '#platform/db/count.ts';
import { closePools } from '#platform/db/pools.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { gauge } from '#platform/http/metrics.ts';
import { createRateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { StartError } from '#platform/start-error.ts';
import { startSender } from '#modules/webhooks/index.ts';
import { createApp } from './app.ts';
import { openLive } from './live.ts';
import { quickAnswers } from './quick-answers.ts';

/** One serving process: HTTP, sockets, relay and workers on one port. */
export interface Serving {
  port: number;
  /** Stops taking requests, lets the open ones finish, hands jobs back, closes. */
  stop(): Promise<void>;
}

const DRAIN_MILLIS = 10_000;

export async function serve(port: number): Promise<Serving> {
  const engine = await startEngine();
  const realtime = openLive(engine.bus, engine.relay);
  const limiter = createRateLimiter();
  const stopSender = startSender();
  const counting = startCounting();
  let open = true;
  const app = createApp({ limiter, realtime, ready: () => open });
  const server = createServer(quickAnswers(limiter, getRequestListener(app.fetch)));
  realtime.attach(server);
  gauge('quickdash_sql_statements_total', 'SQL statements sent for workspaces', statementsSoFar);
  gauge('quickdash_realtime_connections', 'Open sockets', () => realtime.stats().connections);
  const listening = await listen(server, port);
  // Links in mails lead to the port that was really taken.
  useConfig({ PORT: listening });
  return {
    port: listening,
    async stop() {
      open = false;
      await Promise.all([drain(server), realtime.close()]);
      await stopSender();
      await limiter.close();
      await counting.stop();
      await engine.stop();
      await closePools();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotListening(error, port)));
    server.listen(port, config().HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

/** In a sentence, where it has one. */
export function whyNotListening(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`);
  if (error.code === 'EACCES') return new StartError(`Port ${port} needs special rights. Choose one above 1023: PORT=3000 npm start`);
  return error;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MILLIS);
  await closed;
  clearTimeout(timer);
}
