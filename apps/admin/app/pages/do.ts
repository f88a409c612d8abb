// The one address all forms of the dashboard post to: runs an operation by name and answers as the Admin API does.
import { registry } from '#platform/registry.ts';
import { isRefusal } from '#ui/desk.server.ts';
import { contextFor, personFor } from '../session.server.ts';
import { visitOf, type Visit } from '../visit.server.ts';
import type { ActionFunctionArgs } from 'react-router';

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  try {
    if (!isSameOrigin(request)) return problem(403, 'forbidden', 'This request did not come from the dashboard itself.');
    return Response.json((await run(request, params.operation!, params.workspace, visitOf(context))) ?? null);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return problem(error.status, error.code, error.sentence, error.details);
  }
}

async function run(request: Request, name: string, workspace: string | undefined, visit: Visit): Promise<unknown> {
  const input = await inputOf(request);
  const idempotencyKey = request.headers.get('idempotency-key') ?? undefined;
  const personal = registry.accountOperations().find((operation) => operation.name === name);
  if (personal) return personal.call(await personFor(request, visit), input, { idempotencyKey });
  const ctx = await contextFor(request, workspace, visit);
  return registry.operation(name).call(ctx, input, { idempotencyKey });
}

// A form on somebody else's page could carry the session cookie along; its origin gives it away.
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
}

export async function inputOf(request: Request): Promise<object> {
  if (request.headers.get('content-type')?.startsWith('application/json')) return (await request.json()) as object;
  const out: Record<string, unknown> = {};
  for (const [name, value] of await request.formData()) if (value !== '') out[name] = value;
  return out;
}

export function problem(status: number, code: string, title: string, details: object = {}): Response {
  return Response.json({ ...details, type: `urn:quickdash:problem:${code}`, title, status, code }, { status, headers: { 'content-type': 'application/problem+json' } });
}
