// The one address all forms of the dashboard post to: runs an operation by name and answers as the Admin API does.
import { registry } from '#platform/registry.ts';
import { isRefusal } from '#ui/desk.server.ts';
import { contextFor } from '../session.server.ts';
import type { ActionFunctionArgs } from 'react-router';

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  try {
    if (!isSameOrigin(request)) return problem(403, 'forbidden', 'This request did not come from the dashboard itself.');
    const ctx = await contextFor(request, params.workspace);
    const key = request.headers.get('idempotency-key') ?? undefined;
    const answer = await registry.operation(params.operation!).call(ctx, await inputOf(request), { idempotencyKey: key });
    return Response.json(answer ?? null);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return problem(error.status, error.code, error.sentence, error.details);
  }
}

// A form on somebody else's page could carry the session cookie along; its origin gives it away.
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
}

async function inputOf(request: Request): Promise<object> {
  if (request.headers.get('content-type')?.startsWith('application/json')) return (await request.json()) as object;
  const out: Record<string, unknown> = {};
  for (const [name, value] of await request.formData()) if (value !== '') out[name] = value;
  return out;
}

function problem(status: number, code: string, title: string, details: object = {}): Response {
  return Response.json({ ...details, type: `about:blank#${code}`, title, status, code }, { status, headers: { 'content-type': 'application/problem+json' } });
}
