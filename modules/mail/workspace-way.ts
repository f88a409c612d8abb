import { createHash } from 'node:crypto';
import { workspaceSettings } from '#modules/accounts/index.ts';
import type { MailWay } from '#platform/mail/way.ts';
import type { MailTransport } from '#platform/mail/transport.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { mailCarriers } from './carrier.ts';
import { openSecret, storedSettings, type StoredSettings } from './settings.ts';

const MOST_OPEN = 200;
const open = new Map<string, { mark: string; transport: MailTransport }>();

/** The workspace's own carrier once it has been seen to work; otherwise the installation's, in the workspace's name. */
export async function workspaceWay(ctx: Context, usual: MailWay): Promise<MailWay> {
  const settings = await ctx.read(storedSettings);
  const { brand } = await ctx.read(workspaceSettings);
  const { carrier, senderAddress, worksSince } = settings;
  const senderName = settings.senderName || plain(brand.senderName) || plain(await nameOf(ctx));
  const replyTo = senderAddress || brand.replyTo;
  if (carrier === 'installation' || worksSince === null) return { ...usual, from: named(senderName, usual.from), ...(replyTo && { replyTo }) };
  return { name: carrier, transport: await transportFor(ctx, settings), from: named(senderName, senderAddress) };
}

async function nameOf(ctx: Context): Promise<string> {
  const [workspace] = await ctx.read((r) => r.sql<{ name: string }>`select name from workspaces`);
  return workspace?.name ?? '';
}

// The name of a brand is checked for less than a header needs.
function plain(name = ''): string {
  return name.replaceAll(/[\r\n"<>]/g, '');
}

function named(name: string, from: string): string {
  const address = /<([^>]+)>\s*$/.exec(from)?.[1] ?? from;
  return name ? `"${name}" <${address}>` : from;
}

// A connection to a mail server is kept while its settings stay the same, in whichever process they were changed.
async function transportFor(ctx: Context, settings: StoredSettings): Promise<MailTransport> {
  const mark = createHash('sha256').update(JSON.stringify([settings.carrier, settings.account, settings.secret, settings.senderAddress])).digest('base64url');
  const known = open.get(ctx.workspaceId);
  if (known?.mark === mark) return known.transport;
  forgetWay(ctx.workspaceId);
  const { account, senderAddress, secret } = settings;
  const transport = mailCarriers.get(settings.carrier).open({ account, senderAddress, secret: await openSecret(ctx, secret) });
  open.set(ctx.workspaceId, { mark, transport });
  const [oldest] = open.keys();
  if (open.size > MOST_OPEN && oldest !== undefined) forgetWay(oldest);
  return transport;
}

function forgetWay(workspaceId: string): void {
  open.get(workspaceId)?.transport.close();
  open.delete(workspaceId);
}
