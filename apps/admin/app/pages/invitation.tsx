import { useLoaderData, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { PageError } from '#ui/error-state.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { sessionIfAny } from '../session.server.ts';

export const meta = () => [{ title: 'Invitation · Quickdash' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessionIfAny(request);
  return { email: session?.user.email };
}

export { PageError as ErrorBoundary };

/** Joins the workspace an invitation's link names, for somebody who is signed in; the others sign in or up first and come back. */
export default function Invitation() {
  const { email } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const accept = useOperation<{ slug: string }>('invitations.accept', { onDone: ({ slug }) => void navigate(`/w/${slug}`) });
  const back = `?to=${encodeURIComponent(`/invitation?${search}`)}`;
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">You are invited</h1>
      {email ? <p className="mt-2 mb-6 text-ink-2">You are signed in as <strong className="font-medium text-ink">{email}</strong>.</p> : <p className="mt-2 mb-6 text-ink-2">Sign in with the address the invitation was sent to, or create an account with it.</p>}
      {accept.sentence && <p role="alert" className="mb-4 rounded-lg bg-bad-soft px-3 py-2 text-bad">{accept.sentence}</p>}
      {email ? (
        <Button kind="primary" size="large" className="w-full" pending={accept.pending} onClick={() => void accept.run({ token: search.get('token') ?? '' })}>Join the workspace</Button>
      ) : (
        <div className="flex flex-col gap-3">
          <LinkButton kind="primary" size="large" to={`/sign-up${back}`} within="installation">Create an account</LinkButton>
          <LinkButton size="large" to={`/sign-in${back}`} within="installation">Sign in</LinkButton>
        </div>
      )}
    </>
  );
}
