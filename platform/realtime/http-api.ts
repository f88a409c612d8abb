import * as z from 'zod';
import { channelOfUser, parseChannelName } from './channel-name.ts';
import type { House } from './house.ts';
import { byteLength, LIMIT } from './protocol.ts';
import { type App, whyRequestIsRefused } from './signatures.ts';

const SocketId = z.string().regex(/^\d+\.\d+$/);
const Channel = z.string().refine((name) => parseChannelName(name), 'not a channel name');
const EventBody = {
  name: z.string().min(1).max(LIMIT.eventNameLength),
  data: z.string(),
  socket_id: SocketId.optional(),
  info: z.string().optional(),
};
const Trigger = z.object({ ...EventBody, channel: Channel.optional(), channels: z.array(Channel).min(1).max(LIMIT.channelsPerTrigger).optional() });
const Batch = z.object({ batch: z.array(z.object({ ...EventBody, channel: Channel })).max(LIMIT.eventsPerBatch) });

type Trigger = z.infer<typeof Trigger>;
type Answer = Response | Promise<Response>;

/** The server-to-server HTTP API of the protocol, as one fetch handler for `/apps/*`. Requests are signed with the app's secret. */
export class HttpApi {
  readonly #app: App;
  readonly #house: House;

  constructor(app: App, house: House) {
    this.#app = app;
    this.#house = house;
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, apps, appId, ...path] = url.pathname.split('/').map(decodeURIComponent);
    if (apps !== 'apps' || appId !== this.#app.id) return text(404, 'Unknown app');
    const body = request.method === 'POST' ? await request.text() : '';
    const reason = whyRequestIsRefused(this.#app, request.method, url, body, Date.now() / 1000);
    if (reason) return text(reason === 'Unknown auth_key' ? 403 : 401, reason);
    return this.#route(request.method, path, url.searchParams, body);
  }

  #route(method: string, [noun, id, verb, ...rest]: string[], query: URLSearchParams, body: string): Answer {
    if (rest.length > 0) return text(404, 'Not found');
    const route = [method, noun, id === undefined ? '' : ':id', verb].filter(Boolean).join(' ');
    if (route === 'POST events') return this.#events(body);
    if (route === 'POST batch_events') return this.#batch(body);
    if (route === 'POST users :id terminate_connections') return this.#terminate(id!);
    if (route === 'GET channels') return this.#channels(query);
    if (route === 'GET channels :id') return this.#channel(id!, infoOf(query.get('info')));
    if (route === 'GET channels :id users') return this.#users(id!);
    return text(404, 'Not found');
  }

  #events(body: string): Response {
    const trigger = parse(Trigger, body);
    if (!trigger) return text(400, 'The event needs a name, data as a string, and 1-100 channels');
    const channels = channelsOf(trigger);
    if (channels.length === 0) return text(400, 'The event names no channel');
    if (byteLength(trigger.data) > LIMIT.eventBytes) return text(413, `The data exceeds ${LIMIT.eventBytes} bytes`);
    for (const channel of channels) this.#publish({ ...trigger, channel });
    const asked = infoOf(trigger.info);
    return json(asked.length === 0 ? {} : { channels: Object.fromEntries(channels.map((name) => [name, this.#info(name, asked)])) });
  }

  #batch(body: string): Response {
    const events = parse(Batch, body)?.batch;
    if (!events) return text(400, `A batch has at most ${LIMIT.eventsPerBatch} events, each with name, data and channel`);
    if (events.some((event) => byteLength(event.data) > LIMIT.eventBytes)) return text(413, `The data of an event exceeds ${LIMIT.eventBytes} bytes`);
    for (const event of events) this.#publish(event);
    return json(events.some((event) => event.info) ? { batch: events.map((event) => this.#info(event.channel, infoOf(event.info))) } : {});
  }

  #publish({ channel, name, data, socket_id }: { channel: string; name: string; data: string; socket_id?: string | undefined }): void {
    this.#house.publish({ channel, event: name, data, ...(socket_id === undefined ? {} : { except: socket_id }) });
  }

  #terminate(userId: string): Response {
    this.#house.terminate(userId);
    return json({});
  }

  #channels(query: URLSearchParams): Response {
    const prefix = query.get('filter_by_prefix') ?? '';
    const asked = infoOf(query.get('info'));
    if (asked.includes('user_count') && !prefix.startsWith('presence-')) return text(400, 'user_count needs filter_by_prefix=presence-');
    const names = this.#house.roster.channels().filter((name) => name.startsWith(prefix) && !name.startsWith(channelOfUser('')));
    return json({ channels: Object.fromEntries(names.map((name) => [name, this.#info(name, asked)])) });
  }

  #channel(name: string, asked: string[]): Response {
    const channel = parseChannelName(name);
    if (!channel) return text(400, 'Not a channel name');
    if (asked.includes('user_count') && channel.kind !== 'presence') return text(400, 'user_count is for presence channels');
    return json({ occupied: this.#house.roster.count(name) > 0, ...this.#info(name, asked) });
  }

  #users(name: string): Response {
    if (parseChannelName(name)?.kind !== 'presence') return text(400, 'Users are listed for presence channels only');
    return json({ users: [...this.#house.roster.members(name).keys()].map((id) => ({ id })) });
  }

  #info(name: string, asked: string[]): Record<string, unknown> {
    const { roster, local } = this.#house;
    const last = local.lastOf(name);
    return {
      ...(asked.includes('user_count') && { user_count: roster.members(name).size }),
      ...(asked.includes('subscription_count') && { subscription_count: roster.count(name) }),
      ...(asked.includes('cache') && { cache: last ? { data: last.delivery.data, ttl: last.ttl } : null }),
    };
  }
}

function channelsOf(trigger: Trigger): string[] {
  return [...new Set(trigger.channels ?? (trigger.channel === undefined ? [] : [trigger.channel]))];
}

function parse<T>(schema: z.ZodType<T>, body: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function infoOf(info: string | null | undefined): string[] {
  return info ? info.split(',') : [];
}

function json(value: unknown): Response {
  return Response.json(value);
}

function text(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
