import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Refusal, notFound } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { appOf } from './app-keys.ts';
import { accountFrom, connectionById, type ConnectionRow } from './connection.ts';
import { connectors, type Hooks } from './connector.ts';
import { inboundReceived } from './events.ts';
import { connectionsOfAccount, connectionsThroughApp, workspaceOfConnection } from './find-connection.ts';
import { schemes } from './signatures/schemes.ts';
import { checkSignature } from './signatures/verify.ts';

/** The largest message that is read. */
export const LARGEST_MESSAGE = 1024 * 1024;
const APP = 'installation';

interface Arriving {
  headers: Headers;
  body: Buffer;
  url: string;
}

/**
 * `POST /api/webhooks/{vendor}/{connection}`: believes nothing before the signature was checked over the bytes as they came, stores
 * the message once by its id, and answers; what is to be done about it is done afterwards. `installation` in place of a connection is
 * the address of the installation's own app, for all accounts that are connected through it.
 */
export async function receiveWebhook(vendor: string, connection: string, request: Request): Promise<Response> {
  const hooks = connectors.all().get(vendor)?.webhooks;
  if (!hooks) throw notFound('The address');
  const body = await bytesOf(request);
  const arriving = { headers: request.headers, body, url: request.url };
  const stored = connection === APP ? await hearForAll(vendor, hooks, arriving) : await hearForOne({ vendor, connection, hooks }, arriving);
  return Response.json({ received: true, ...(stored === 'again' && { repeated: true }) });
}

async function bytesOf(request: Request): Promise<Buffer> {
  const tooLarge = () => new Refusal('too_large', 'A message may be 1 MiB at most.');
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_MESSAGE) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST_MESSAGE) throw tooLarge();
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

type Stored = 'new' | 'again';

async function hearForOne({ vendor, connection, hooks }: { vendor: string; connection: string; hooks: Hooks }, arriving: Arriving): Promise<Stored> {
  const workspaceId = z.uuid().safeParse(connection).success ? await workspaceOfConnection(vendor, connection) : undefined;
  if (!workspaceId) throw notFound('The address');
  const ctx = contextFor(workspaceId, vendor);
  const row = (await ctx.read((r) => connectionById(r, connection)))!;
  try {
    const account = await accountFrom(ctx, row);
    await check(hooks, arriving, { secrets: await hooks.secrets(account), values: hooks.values?.(account) });
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(ctx, row, error.sentence);
    throw error;
  }
  return store(ctx, row, hooks, arriving);
}

// Messages to the installation's own address are about whichever account is connected through its app; strangers' are none of ours.
async function hearForAll(vendor: string, hooks: Hooks, arriving: Arriving): Promise<Stored> {
  const app = await appOf(vendor);
  if (!app || !hooks.appSecrets) throw notFound('The address');
  await check(hooks, arriving, { secrets: hooks.appSecrets(app), values: hooks.appValues?.(app) });
  const text = textOf(arriving.body);
  const account = hooks.accountOf?.(text);
  const meant = account ? await connectionsOfAccount(vendor, account) : await ownersOf(vendor, hooks, text);
  const stored: Stored[] = [];
  for (const { workspaceId, id } of meant) {
    const ctx = contextFor(workspaceId, vendor);
    stored.push(await store(ctx, (await ctx.read((r) => connectionById(r, id)))!, hooks, arriving));
  }
  return stored.includes('new') || stored.length === 0 ? 'new' : 'again';
}

// Few messages name no account; then each workspace looks, behind its own walls, until one knows what it is about.
async function ownersOf(vendor: string, hooks: Hooks, body: string): Promise<{ workspaceId: string; id: string }[]> {
  if (!hooks.isOurs) return [];
  for (const one of await connectionsThroughApp(vendor)) if (await hooks.isOurs(contextFor(one.workspaceId, vendor), body)) return [one];
  return [];
}

function contextFor(workspaceId: string, vendor: string): Context {
  return openContext({ workspaceId, actor: { kind: 'system', name: `webhook:${vendor}` }, capabilities: [] });
}

async function check(hooks: Hooks, arriving: Arriving, { secrets, values }: { secrets: readonly string[]; values: Record<string, string> | undefined }): Promise<void> {
  const keys = hooks.keyFor ? [await hooks.keyFor(arriving.headers)] : secrets;
  checkSignature(schemes[hooks.scheme], arriving, { secrets: keys, now: now(), ...(values && { values }) });
}

function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('invalid', 'The message is not text.');
  }
}

// At most once in ten seconds, so that somebody knocking does not keep the database busy.
async function noteRefusal(ctx: Context, row: ConnectionRow, sentence: string): Promise<void> {
  await ctx.write(
    `update integration_connections set refused_messages = refused_messages + 1, last_refusal = $2, last_refusal_at = $3::timestamptz
      where id = $1 and (last_refusal_at is null or last_refusal_at < $3::timestamptz - interval '10 seconds')`,
    [row.id, sentence, now()],
  );
}

// What could be of use later; never what opens a door.
const KEPT = /^(content-type|user-agent|x-request-id|.*-(id|timestamp|topic|event|type|time|signature|algo))$/;
const SECRET = /authorization|cookie|token/;

async function store(ctx: Context, row: ConnectionRow, hooks: Hooks, { headers, body }: Arriving): Promise<Stored> {
  const text = textOf(body);
  const { id, event } = hooks.read(text, headers);
  const messageId = (id || createHash('sha256').update(body).digest('hex')).slice(0, 200);
  const kept = Object.fromEntries([...headers].filter(([name]) => KEPT.test(name) && !SECRET.test(name)).map(([name, value]) => [name, value.slice(0, 1_000)]));
  return ctx.transaction(async (tx) => {
    const [made] = await tx.sql<{ id: string; repeats: number }>`
      insert into inbound_messages (connection_id, vendor, message_id, event, headers, body, received_at)
      values (${row.id}, ${row.vendor}, ${messageId}, ${event.slice(0, 200)}, ${JSON.stringify(kept)}::jsonb, ${text.replaceAll('\0', '')}, ${tx.now})
      on conflict (workspace_id, connection_id, message_id) do update set repeats = inbound_messages.repeats + 1 returning id, repeats`;
    if (made!.repeats > 0) return 'again' as const;
    tx.tell(inboundReceived, { inboundId: made!.id, vendor: row.vendor, message: event });
    return 'new' as const;
  });
}
