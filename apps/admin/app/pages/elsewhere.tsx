import { data, type LoaderFunctionArgs, redirect } from 'react-router';
import { homeOf, requireSession } from '../session.server.ts';

const inWorkspace = /^(orders|products|categories|customers|inventory|storefronts|people|settings|audit|tokens)\b/;

/** Addresses without a workspace, as in a mail, open in the one last used. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  if (inWorkspace.test((params['*'] ?? ''))) throw redirect(`${homeOf(session)}/${(params['*'] ?? '')}${new URL(request.url).search}`);
  throw data(null, { status: 404 });
}

export default function Elsewhere() {
  return null;
}
