import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'quickdash_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['route', 'status'],
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
  registers: [registry],
});
const refusals = new Counter({ name: 'quickdash_refusals_total', help: 'Times the business said no', labelNames: ['code'], registers: [registry] });

/** Notes one answered request. `route` is the pattern, never the address, so that labels stay few. */
export function countRequest(route: string, status: number, seconds: number): void {
  requests.observe({ route, status }, seconds);
}

export function countRefusal(code: string): void {
  refusals.inc({ code });
}

/** A figure read at scrape time, e.g. open sockets. */
export function gauge(name: string, help: string, read: () => number): void {
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

/** Prometheus text format. */
export async function metricsText(): Promise<Response> {
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}
