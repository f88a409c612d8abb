// Who is at the dashboard and which workspace they opened. The one place that knows the accounts module's session door.
import { redirect } from 'react-router';
import { sessionOf } from '#modules/accounts/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';

export type Session = NonNullable<Awaited<ReturnType<typeof sessionOf>>>;
export type WorkspaceEntry = Session['workspaces'][number];

/** The signed-in person, or the way to the sign-in page and back. */
export async function requireSession(request: Request): Promise<Session> {
  const session = await sessionOf(request);
  if (session) return session;
  const { pathname, search } = new URL(request.url);
  const back = pathname.replace(/^\/admin/, '').replace(/\.data$/, '') + search;
  throw redirect(back && back !== '/' ? `/sign-in?to=${encodeURIComponent(back)}` : '/sign-in');
}

/** The signed-in person, if there is one. */
export function sessionIfAny(request: Request): Promise<Session | null> {
  return sessionOf(request);
}

/** Where a person belongs: the workspace last used, else making one. */
export function homeOf(session: Session): string {
  const workspace = session.activeWorkspace ?? session.workspaces[0];
  return workspace ? `/w/${workspace.slug}` : '/new';
}

export interface Opened {
  session: Session;
  workspace: WorkspaceEntry;
  ctx: Context;
}

/** The workspace an address names, opened for the signed-in person. One they do not belong to does not exist for them. */
export async function openWorkspace(request: Request, slug: string | undefined): Promise<Opened> {
  const session = await requireSession(request);
  const workspace = session.workspaces.find((each) => each.slug === slug);
  if (!workspace) throw new Response(null, { status: 404 });
  const entered = session.context?.workspaceId === workspace.id ? session : await sessionOf(named(request, workspace.id));
  if (!entered?.context) throw new Response(null, { status: 404 });
  return { session, workspace, ctx: entered.context };
}

/** The context an operation runs in; refuses instead of redirecting, because a script is asking. */
export async function contextFor(request: Request, slug: string | undefined): Promise<Context> {
  const session = await sessionOf(request);
  if (!session) throw new Refusal('unauthenticated', 'You are signed out. Sign in again to go on.');
  const workspace = slug ? session.workspaces.find((each) => each.slug === slug) : session.activeWorkspace;
  if (!workspace) throw new Refusal('not_found', 'This workspace was not found.');
  const entered = session.context?.workspaceId === workspace.id ? session : await sessionOf(named(request, workspace.id));
  if (!entered?.context) throw new Refusal('forbidden', 'You no longer belong to this workspace.');
  return entered.context;
}

function named(request: Request, workspaceId: string): Request {
  const headers = new Headers(request.headers);
  headers.set('x-workspace-id', workspaceId);
  return new Request(request.url, { headers });
}
