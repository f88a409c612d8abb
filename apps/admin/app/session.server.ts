// Who is at the dashboard and which workspace they opened.
import { redirect, redirectDocument } from 'react-router';
import { contextForMember, personOf, sessionOf, type Membership, type Session } from '#modules/accounts/index.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Locale } from '#ui/locale.tsx';
import { settingsOf } from './settings.server.ts';
import type { Visit } from './visit.server.ts';

/** The signed-in person, or the way to the sign-in page and back. */
export async function requireSession(request: Request): Promise<Session> {
  const session = await sessionOf(request);
  if (session) return session;
  const back = wayBack(request);
  throw redirect(back && back !== '/' ? `/sign-in?to=${encodeURIComponent(back)}` : '/sign-in');
}

/** The page that was asked for, as an address below the dashboard. */
export function wayBack(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/^\/admin/, '').replace(/\.data$/, '') + search;
}

/** The signed-in person, if there is one. */
export function sessionIfAny(request: Request): Promise<Session | null> {
  return sessionOf(request);
}

/** Where a person belongs: the workspace last used, else making one. */
export function homeOf(session: Session): string {
  const workspace = session.workspaces.find((each) => each.id === session.activeWorkspaceId);
  return workspace ? `/w/${workspace.slug}` : '/new';
}

export interface Opened {
  session: Session;
  workspace: Membership;
  ctx: Context;
}

/** The workspace an address names, opened for the signed-in person. One they do not belong to does not exist for them. */
export async function openWorkspace(request: Request, slug: string | undefined, visit: Visit): Promise<Opened> {
  const session = await requireSession(request);
  const workspace = session.workspaces.find((each) => each.slug === slug);
  if (!workspace) throw new Response(null, { status: 404 });
  if (workspace.suspended) throw redirectDocument(`/suspended/${workspace.slug}`);
  if (workspace.lacksSecondFactor) throw redirect('/account');
  return { session, workspace, ctx: contextForMember(session, workspace.id, visit.requestId, visit.address) };
}

/** How dates are written for a person outside of a workspace: as in the one they work in. */
export async function localeFor(session: Session): Promise<Locale> {
  const { activeWorkspaceId: id, workspaces } = session;
  const open = workspaces.find((each) => each.id === id && !each.lacksSecondFactor && !each.suspended);
  const settings = open ? await settingsOf(contextForMember(session, open.id)) : { locale: 'en-AU', timeZone: 'UTC', currency: 'AUD' };
  return { locale: settings.locale, timeZone: settings.timeZone, currency: settings.currency, now: new Date().toISOString() };
}

/** The context an operation runs in; refuses instead of redirecting, because a script is asking. */
export async function contextFor(request: Request, slug: string | undefined, visit: Visit): Promise<Context> {
  const session = await signedIn(request);
  const workspace = session.workspaces.find((each) => (slug ? each.slug === slug : each.id === session.activeWorkspaceId));
  if (!workspace) throw new Refusal('not_found', 'This workspace was not found.');
  return contextForMember(session, workspace.id, visit.requestId, visit.address);
}

/** The caller of account operations. */
export async function personFor(request: Request, visit: Visit): Promise<Person> {
  return personOf(await signedIn(request), visit.requestId ?? crypto.randomUUID(), visit.address);
}

async function signedIn(request: Request): Promise<Session> {
  const session = await sessionOf(request);
  if (!session) throw new Refusal('unauthenticated', 'You are signed out. Sign in again to go on.');
  return session;
}
