// The server half of the build: one fetch handler for every page below /admin.
import { createRequestHandler, RouterContextProvider } from 'react-router';
import * as pages from 'virtual:react-router/server-build';
import { visitContext, type Visit } from './visit.server.ts';

const respond = createRequestHandler(pages, 'production');

export function handle(request: Request, visit: Visit): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(visitContext, visit);
  return respond(request, context);
}
