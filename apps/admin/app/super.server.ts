// The superadmin area: who may enter, and how nobody else can tell that it is there.
import { data, redirect } from 'react-router';
import { sessionOf } from '#modules/accounts/index.ts';
import { stillToProve, superadminOf } from '#modules/superadmin/index.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { wayBack } from './session.server.ts';
import type { Visit } from './visit.server.ts';

const area = /^\/admin\/super(?=[/.]|$)/;
/** The way out of an impersonation is open to whoever sits in one. */
const STOP = '/admin/super/do/super.stop-impersonation';

/** For everybody but a superadmin these addresses are asked as one that nothing answers at, so that no answer differs. */
export async function hideTheSuperArea(request: Request, visit: Visit): Promise<Request> {
  const url = new URL(request.url);
  const manifest = url.pathname === '/admin/__manifest';
  if (!area.test(url.pathname) && !(manifest && /\/super/.test(decodeURIComponent(url.search)))) return request;
  const session = await sessionOf(request);
  if (superadminOf(session, request, visit) || (url.pathname === STOP && session?.behind)) return request;
  if (manifest) url.search = url.search.replaceAll(/super/g, 'unknown');
  else url.pathname = url.pathname.replace(area, '/admin/unknown');
  return new Request(url, request);
}

export interface AtTheDoor {
  who: Superadmin;
  /** What is still to be proved before anything opens. */
  lacks: ReturnType<typeof stillToProve>;
}

/** A superadmin, perhaps one who has to prove it once more. For everybody else there is nothing here. */
export async function superadminAtTheDoor(request: Request, visit: Visit): Promise<AtTheDoor> {
  const session = await sessionOf(request);
  const who = superadminOf(session, request, visit);
  if (!session || !who) throw data(null, { status: 404 });
  return { who, lacks: stillToProve(session) };
}

/** A superadmin who may act, or the way to the page where they prove it. */
export async function requireSuperadmin(request: Request, visit: Visit): Promise<Superadmin> {
  const { who, lacks } = await superadminAtTheDoor(request, visit);
  if (lacks) throw redirect(`/super/proof?to=${encodeURIComponent(wayBack(request))}`);
  return who;
}
