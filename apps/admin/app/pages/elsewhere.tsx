import { data, type LoaderFunctionArgs, redirect } from 'react-router';
import { homeOf, requireSession } from '../session.server.ts';
import { pageOf } from '../shell/navigation.ts';

/** Addresses without a workspace, as in a mail, open in the one last used. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = params['*'] ?? '';
  if (page && pageOf(`/${page}`)) throw redirect(`${homeOf(await requireSession(request))}/${page}${new URL(request.url).search}`);
  throw data(null, { status: 404 });
}

/** Without it the refusal would name the address, and tell hidden addresses from those that are none. */
export function action(): never {
  throw data(null, { status: 404 });
}

export default function Elsewhere() {
  return null;
}
