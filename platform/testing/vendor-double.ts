import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it reached a vendor's double. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * What may go wrong with a request: `busy` 429, `broken` 500, `away` 503 and `hangs` before anything happened; `lost` and `broken-after`
 * once it has happened. `drops` closes the line without a word.
 */
export type Fault = 'busy' | 'broken' | 'away' | 'hangs' | 'drops' | 'lost' | 'broken-after';

/** Plays an outside company over real HTTP, in this process; what it does is the caller's function, what goes wrong is told by `faults`. */
export class VendorDouble {
  readonly asked: Asked[] = [];
  /** Faults of the next requests, in order; undefined lets one through. */
  readonly faults: (Fault | undefined)[] = [];
  /** Asked for every request when `faults` is empty. */
  chance: (asked: Asked) => Fault | undefined = () => undefined;
  private server: Server | undefined;
  private readonly answers: (asked: Asked) => Answer | Promise<Answer>;

  constructor(answers: (asked: Asked) => Answer | Promise<Answer>) {
    this.answers = answers;
  }

  async open(): Promise<string> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((done) => this.server!.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => (this.server ? this.server.close(done) : done(undefined)));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    this.asked.push(asked);
    const fault = this.faults.length > 0 ? this.faults.shift() : this.chance(asked);
    if (fault === 'hangs') return;
    if (fault === 'drops') return void request.socket.destroy();
    if (fault === 'busy') return send(response, { status: 429, body: { error: { message: 'Too many requests' } }, headers: { 'retry-after': '0' } });
    if (fault === 'broken' || fault === 'away') return send(response, { status: fault === 'away' ? 503 : 500, body: { error: { message: 'Something broke here' } } });
    const answer = await this.answers(asked);
    if (fault === 'lost') return void request.socket.destroy();
    send(response, fault === 'broken-after' ? { status: 500, body: {} } : answer);
  }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const url = new URL(request.url!, 'http://double');
  return { method: request.method!, path: url.pathname, query: url.searchParams, headers: request.headers as Asked['headers'], body: Buffer.concat(parts).toString() };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
