// The server half of the build: one fetch handler for every page below /admin.
import { createRequestHandler, RouterContextProvider } from 'react-router';
import * as pages from 'virtual:react-router/server-build';
import { hideTheSuperArea } from './super.server.ts';
import { visitContext, type Visit } from './visit.server.ts';

const respond = createRequestHandler(pages, 'production');

export async function handle(asked: Request, visit: Visit): Promise<Response> {
  const request = await hideTheSuperArea(asked, visit);
  const context = new RouterContextProvider();
  context.set(visitContext, visit);
  return belowTheBase(await respond(request, context));
}

const BASE = '/admin';

// React Router puts the base in front of redirects of loaders and actions, but not of those thrown in a middleware.
// Everywhere in the dashboard a redirect names its address below the base; here it becomes one a browser can follow.
function belowTheBase(response: Response): Response {
  const to = response.headers.get('location');
  if (!to?.startsWith('/') || to.startsWith('//') || to === BASE || to.startsWith(`${BASE}/`)) return response;
  response.headers.set('location', BASE + to);
  return response;
}
