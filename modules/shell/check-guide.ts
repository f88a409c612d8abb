import { resolve4, resolve6, resolveCname } from 'node:dns/promises';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { config } from '#platform/config.ts';
import { configuredStore } from '#platform/files/configured-files.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { askIfAllowed } from './state-of-things.ts';

export interface Checked {
  ok: boolean;
  says: string;
}

const PATIENCE_MILLIS = 6_000;

/** Does the configured mail server answer the telephone? Sends nothing. */
export async function checkMail(): Promise<Checked> {
  const address = config().SMTP_URL;
  if (!address) return { ok: false, says: 'SMTP_URL is not set.' };
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const greeting = await greetingOf(url.hostname, Number(url.port) || (secure ? 465 : 587), secure ? connectTls : connect).catch((error: Error) => error);
  if (greeting instanceof Error) return { ok: false, says: `The mail server ${url.hostname} cannot be reached: ${greeting.message}` };
  return greeting.startsWith('220') ? { ok: true, says: `The mail server ${url.hostname} answers.` } : { ok: false, says: `Something answers at ${url.hostname}, but it is no mail server.` };
}

function greetingOf(host: string, port: number, dial: (options: { host: string; port: number; servername: string }) => ReturnType<typeof connect>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dial({ host, port, servername: host });
    const end = (work: () => void) => (socket.destroy(), work());
    socket.setTimeout(PATIENCE_MILLIS, () => end(() => reject(new Error('no answer'))));
    socket.once('error', (error) => end(() => reject(error)));
    socket.once('data', (bytes: Buffer) => end(() => resolve(bytes.toString('latin1', 0, 200))));
  });
}

/** Writes a small file of the workspace, reads it back and takes it away. */
export async function checkFiles(ctx: Context): Promise<Checked> {
  const key = `${ctx.workspaceId}/check-${newId()}.txt`;
  const where = config().S3_BUCKET ? 'The bucket' : 'The data folder';
  try {
    const store = configuredStore(config());
    await store.put(key, Buffer.from('check'), { type: 'text/plain' });
    const found = await store.stat(key);
    await store.delete(key);
    return found?.bytes === 5 ? { ok: true, says: `${where} takes files and gives them back.` } : { ok: false, says: `${where} lost the file it was given.` };
  } catch (error) {
    return { ok: false, says: `${where} does not work: ${(error as Error).message}` };
  }
}

/** Do the names of the storefronts lead anywhere? Asks the DNS only. */
export async function checkDomain(ctx: Context): Promise<Checked> {
  const shops = await askIfAllowed<{ data: { domain: string | null }[] }>(ctx, 'storefronts.list', { limit: 50 });
  const domains = shops?.data.flatMap(({ domain }) => domain ?? []) ?? [];
  if (domains.length === 0) return { ok: false, says: 'No storefront has a domain yet.' };
  const ours = config().PUBLIC_URL ? new URL(config().PUBLIC_URL!).hostname : undefined;
  const answers = await Promise.all(domains.map(async (domain) => `${domain} ${await leadsTo(domain, ours)}`));
  return { ok: answers.every((answer) => answer.endsWith(' leads here')), says: `${answers.join('; ')}.` };
}

async function leadsTo(domain: string, ours: string | undefined): Promise<string> {
  const [addresses, names] = await Promise.all([addressesOf(domain), resolveCname(domain).catch((): string[] => [])]);
  if (addresses.length === 0) return 'is not known to the DNS yet';
  if (!ours) return `leads to ${addresses[0]}; set PUBLIC_URL to compare`;
  const own = new Set(await addressesOf(ours));
  return names.includes(ours) || addresses.some((address) => own.has(address)) ? 'leads here' : `leads elsewhere (${addresses[0]})`;
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await Promise.all([resolve4(host).catch((): string[] => []), resolve6(host).catch((): string[] => [])]);
  return found.flat();
}
