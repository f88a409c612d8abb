import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  /** Text of the body; made when asked for. */
  text(): string;
}

/**
 * One kept-alive HTTP/1.1 connection that asks one thing at a time. It knows just enough of HTTP for our own answers, so that
 * the client takes little of the machine it shares with the server.
 */
export class Connection {
  #socket: Socket;
  readonly #port: number;
  #rest: Buffer = Buffer.alloc(0);
  #resolve: ((answer: Answer) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  private constructor(port: number, socket: Socket) {
    this.#port = port;
    this.#socket = this.#hear(socket);
  }

  #hear(socket: Socket): Socket {
    socket.setNoDelay(true);
    socket.setTimeout(30_000, () => socket.destroy(new Error('no answer within half a minute')));
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => socket === this.#socket && this.#fail(error));
    socket.on('close', () => socket === this.#socket && this.#fail(new Error('the server closed the connection')));
    return socket;
  }

  static async open(port: number): Promise<Connection> {
    return new Connection(port, await connected(port));
  }

  /** Sends a whole request as made by `request`. */
  ask(text: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      if (this.#socket.destroyed) this.#fail(new Error('the server closed the connection'));
      else this.#socket.write(text, 'latin1');
    });
  }

  /** Connects anew: a server lets go of who is silent for some seconds. */
  async reopen(): Promise<void> {
    this.close();
    this.#rest = Buffer.alloc(0);
    this.#socket = this.#hear(await connected(this.#port));
  }

  close(): void {
    this.#resolve = this.#reject = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const found = readAnswer(bytes);
    this.#rest = found ? bytes.subarray(found.length) : bytes;
    if (!found) return;
    const resolve = this.#resolve;
    this.#resolve = this.#reject = undefined;
    resolve?.(found.answer);
  }

  #fail(error: Error): void {
    this.#reject?.(error);
    this.#resolve = this.#reject = undefined;
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** The answer at the beginning of the bytes and its length; undefined while it is not whole. */
export function readAnswer(bytes: Buffer): { answer: Answer; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const from = end + 4;
  const known = /content-length: (\d+)/i.exec(head);
  if (known) {
    const length = from + Number(known[1]);
    return bytes.length < length ? undefined : { answer: { status, text: () => bytes.toString('utf8', from, length) }, length };
  }
  if (/transfer-encoding: chunked/i.test(head)) return readChunks(bytes, from, status);
  return { answer: { status, text: () => '' }, length: from };
}

function readChunks(bytes: Buffer, from: number, status: number): { answer: Answer; length: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { answer: { status, text: () => Buffer.concat(parts).toString() }, length: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

/** A request as bytes on the wire. The body must be plain ASCII, as JSON of ours is. */
export function request(method: string, path: string, headers: Record<string, string>, body?: unknown): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const about = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${text.length}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${given}${about}\r\n${text}`;
}
