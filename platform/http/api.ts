import { hash } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { withLogFields } from '../log.ts';
import type { Operation } from '../operations/operation.ts';
import { requireCapability, type Surface } from '../operations/route.ts';
import type { View } from '../operations/view.ts';
import { Refusal } from '../refusal.ts';
import { registry } from '../registry.ts';
import type { Context } from '../tenancy/context.ts';
import { answers, type Answer } from './answer-cache.ts';
import { countRefusal, countRequest } from './metrics.ts';
import { problemResponse } from './problem.ts';
import { jsonBody, queryOf, requestIdOf } from './request.ts';

/** What one surface adds: who is asking, and the headers that go with every answer (rate limit, CORS). */
export interface Door {
  ctx: Context;
  headers: Record<string, string>;
  /** Answers may be shared between callers of this door; undefined for a caller with a name. */
  cacheKey?: string;
}

export interface ApiOptions {
  surface: Surface;
  /** Proves who is asking, or throws a refusal. May answer at once when it already knows. */
  open(request: Request, requestId: string, socketAddress: string | undefined): Promise<Door> | Door;
  /** What a refusal carries too, so that a browser elsewhere can read it. */
  refusalHeaders?(request: Request): Record<string, string>;
}

interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/** The HTTP face of a surface: every operation and view of the registry, and nothing else. */
export function apiOf(options: ApiOptions): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const face = new Face(options);
  for (const view of registry.views().filter((v) => v.on === options.surface))
    app.get(view.route.path, (c) => face.handle(c, view.name, (door) => face.ask(c, door, view)));
  for (const op of registry.operations().filter((o) => o.on === options.surface))
    app.on(op.route.method, op.route.path, (c) => face.handle(c, op.name, (door) => face.carryOut(c, door, op)));
  return app;
}

type C = HonoContext<{ Bindings: Bindings }>;

class Face {
  private readonly options: ApiOptions;

  constructor(options: ApiOptions) {
    this.options = options;
  }

  async handle(c: C, name: string, work: (door: Door) => Promise<Response> | Response): Promise<Response> {
    const started = performance.now();
    const requestId = requestIdOf(c.req.raw);
    const answer = await this.answer(c, requestId, work);
    countRequest(name, answer.status, (performance.now() - started) / 1_000);
    return answer;
  }

  private async answer(c: C, requestId: string, work: (door: Door) => Promise<Response> | Response): Promise<Response> {
    try {
      const opening = this.options.open(c.req.raw, requestId, c.env?.incoming?.socket?.remoteAddress);
      const door = opening instanceof Promise ? await opening : opening;
      return await withLogFields({ requestId }, () => work(door));
    } catch (error) {
      if (error instanceof Refusal) countRefusal(error.code);
      return problemResponse(error, requestId, this.options.refusalHeaders?.(c.req.raw));
    }
  }

  async carryOut(c: C, door: Door, op: Operation): Promise<Response> {
    const body = await jsonBody(c.req.raw);
    const key = c.req.header('idempotency-key');
    const result = await op.call(door.ctx, { ...queryOf(c.req.url), ...body, ...c.req.param() }, { idempotencyKey: key });
    const status = op.route.method === 'POST' ? 201 : 200;
    return new Response(JSON.stringify(result ?? null), { status, headers: { ...door.headers, 'content-type': 'application/json', 'x-request-id': door.ctx.requestId } });
  }

  ask(c: C, door: Door, view: View): Promise<Response> | Response {
    const key = cacheKeyOf(c, door, view);
    const known = key && answers.get(door.ctx.workspaceId, key);
    if (known) {
      requireCapability(door.ctx, view.needs, view.says);
      return respond(c, door, known);
    }
    return this.askAnew(c, door, view, key);
  }

  private async askAnew(c: C, door: Door, view: View, key: string | undefined): Promise<Response> {
    const generation = answers.generation(door.ctx.workspaceId);
    const question = { ...queryOf(c.req.url), ...c.req.param() };
    const body = Buffer.from(JSON.stringify(await view.call(door.ctx, question as never)));
    const answer = { body, etag: `"${hash('md5', body, 'base64url')}"` };
    if (key) answers.put(door.ctx.workspaceId, key, view, answer, generation);
    return respond(c, door, answer);
  }
}

function cacheKeyOf(c: C, door: Door, view: View): string | undefined {
  if (!door.cacheKey || !view.changesWith || c.req.header('cache-control') === 'no-cache') return undefined;
  return `${door.cacheKey}|${c.req.url.slice(c.req.url.indexOf('/', 8))}`;
}

function respond(c: C, door: Door, answer: Answer): Response {
  const headers = { ...door.headers, etag: answer.etag, 'x-request-id': door.ctx.requestId };
  if (c.req.header('if-none-match') === answer.etag) return new Response(null, { status: 304, headers });
  return new Response(answer.body, { headers: { ...headers, 'content-type': 'application/json' } });
}
