// Forms of the superadmin area post here; for everybody else nothing answers at this address.
import { data, type ActionFunctionArgs } from 'react-router';
import { sessionOf } from '#modules/accounts/index.ts';
import { stopImpersonation } from '#modules/superadmin/index.ts';
import { registry } from '#platform/registry.ts';
import { isRefusal } from '#ui/desk.server.ts';
import { inputOf, isSameOrigin, problem } from '../pages/do.ts';
import { superadminAtTheDoor } from '../super.server.ts';
import { visitOf } from '../visit.server.ts';

export function loader(): never {
  throw data(null, { status: 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const visit = visitOf(context);
  if (!isSameOrigin(request)) return problem(403, 'forbidden', 'This request did not come from the dashboard itself.');
  if (params.operation === 'super.stop-impersonation') return stop(request, visit.requestId ?? crypto.randomUUID());
  const { who, lacks } = await superadminAtTheDoor(request, visit);
  if (lacks) return problem(403, 'second_factor', 'Prove that it is you first: load the page again, it will ask for your second factor.');
  const operation = registry.superOperations().find(({ name }) => name === params.operation);
  if (!operation) throw data(null, { status: 404 });
  try {
    return Response.json(await operation.call(who, await inputOf(request)));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return problem(error.status, error.code, error.sentence, error.details);
  }
}

async function stop(request: Request, requestId: string): Promise<Response> {
  const session = await sessionOf(request);
  return Response.json(session ? await stopImpersonation(session.id, { requestId }) : null);
}
