import { type LoaderFunctionArgs, redirect } from 'react-router';
import { homeOf, requireSession } from '../session.server.ts';

/** /admin leads to the workspace last used, or to making the first one. */
export async function loader({ request }: LoaderFunctionArgs) {
  throw redirect(homeOf(await requireSession(request)));
}

export default function Enter() {
  return null;
}
