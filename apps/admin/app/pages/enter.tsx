import { redirect } from 'react-router';
import { homeOf, requireSession } from '../session.server.ts';
import type { Route } from './+types/enter.ts';

/** /admin leads to the workspace last used, or to making the first one. */
export async function loader({ request }: Route.LoaderArgs) {
  throw redirect(homeOf(await requireSession(request)));
}

export default function Enter() {
  return null;
}
