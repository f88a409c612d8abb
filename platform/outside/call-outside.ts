import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { config } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { isPublicAddress } from './addresses.ts';

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** From the first byte to the last. 15 s unless told. */
  timeoutMillis?: number;
  /** Breaks the call off. */
  signal?: AbortSignal;
  /** More of the answer is not read. 64 KiB unless told. */
  mostBytes?: number;
}

export interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The beginning of the answer. */
  text: string;
}

/**
 * Asks an address that somebody outside has typed in. It is never one of our own network: every address its name stands for is checked, and
 * the connection is made to what was checked, so a name that changes its mind in between gains nothing. Redirects are not followed.
 * Throws an Error with a reason when there is no answer, and a Refusal `address_not_allowed` for an address within.
 */
export async function callOutside(address: string, call: Call): Promise<Heard> {
  const url = outsideUrl(address);
  return new Promise((done, failed) => {
    const options: RequestOptions = { method: call.method, headers: call.headers, signal: call.signal, lookup: checkedLookup as never, agent: false };
    const asking = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => read(answer, call.mostBytes ?? 65_536).then(done, failed));
    const timer = setTimeout(() => asking.destroy(new Error('no answer in time')), call.timeoutMillis ?? 15_000);
    asking.on('error', failed).on('close', () => clearTimeout(timer));
    asking.end(call.body);
  });
}

/** Reads an address people give us; refuses what is no http(s) address or certainly lies within our own network. */
export function outsideUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Refusal('invalid', 'An address begins with https:// and names a host.');
  if (url.username || url.password) throw new Refusal('invalid', 'An address may not carry a name or password.');
  if (config().ALLOW_PRIVATE_TARGETS) return url;
  if (url.protocol !== 'https:') throw new Refusal('invalid', 'An address begins with https://.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if ((isIP(host) && !isPublicAddress(host)) || /(^|\.)localhost$/.test(host)) throw within();
  return url;
}

function within(): Refusal {
  return new Refusal('address_not_allowed', 'This address lies within a private network. Quickdash calls public addresses only.');
}

type Answered = (error: Error | null, addresses?: LookupAddress[] | string, family?: number) => void;

function checkedLookup(host: string, options: LookupOptions, answered: Answered): void {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return answered(error);
    if (!config().ALLOW_PRIVATE_TARGETS && found.some(({ address }) => !isPublicAddress(address))) return answered(within());
    if (options.all) answered(null, found);
    else answered(null, found[0]!.address, found[0]!.family);
  });
}

async function read(answer: IncomingMessage, most: number): Promise<Heard> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= most) break;
  }
  return { status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(parts).subarray(0, most).toString() };
}
