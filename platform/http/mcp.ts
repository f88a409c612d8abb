import { createMcpHandler, McpServer, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { Operation } from '../operations/operation.ts';
import type { View } from '../operations/view.ts';
import { Refusal } from '../refusal.ts';
import { registry } from '../registry.ts';
import type { Context } from '../tenancy/context.ts';
import { problemResponse } from './problem.ts';
import { requestIdOf } from './request.ts';

type ContextOf = (request: Request, requestId: string, socketAddress: string | undefined) => Promise<Context>;

/**
 * The Model Context Protocol face of the registry: an AI client with a workspace token sees exactly the operations and
 * views that token may use, and calls them with the same checks, audit and idempotency as everybody else.
 */
export function mcpFace(contextOf: ContextOf): (request: Request, socketAddress?: string) => Promise<Response> {
  const handler: McpHttpHandler = createMcpHandler(({ authInfo }) => serverFor(authInfo!.extra!.ctx as Context));
  return async (request, socketAddress) => {
    const requestId = requestIdOf(request);
    try {
      const ctx = await contextOf(request, requestId, socketAddress);
      return await handler.fetch(request, { authInfo: { token: '', clientId: ctx.workspaceId, scopes: [], extra: { ctx } } });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/** `orders.place` -> `orders_place`: the widest set of characters that AI clients accept. */
export function toolName(name: string): string {
  return name.replaceAll(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64);
}

function serverFor(ctx: Context): McpServer {
  const server = new McpServer({ name: 'quickdash', version: '1' });
  for (const view of registry.views()) if (view.on === 'admin' && ctx.can(view.needs)) addView(server, ctx, view);
  for (const op of registry.operations()) if (op.on === 'admin' && ctx.can(op.needs)) addOperation(server, ctx, op);
  return server;
}

function addView(server: McpServer, ctx: Context, view: View): void {
  const facts = { title: view.says, description: view.says, inputSchema: view.input as never, annotations: { readOnlyHint: true } };
  server.registerTool(toolName(view.name), facts, ((input: unknown) => answer(() => view.call(ctx, input as never))) as never);
}

function addOperation(server: McpServer, ctx: Context, op: Operation): void {
  const facts = { title: op.says, description: op.says, inputSchema: op.input as never, annotations: { readOnlyHint: false } };
  server.registerTool(toolName(op.name), facts, ((input: unknown) => answer(() => op.call(ctx, input as never))) as never);
}

// A refusal is an answer the model should read and act on; a bug is not, and goes up.
async function answer(work: () => Promise<unknown>) {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify((await work()) ?? null) }] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = JSON.stringify({ code: error.code, sentence: error.sentence, ...error.details });
    return { isError: true, content: [{ type: 'text' as const, text }] };
  }
}
