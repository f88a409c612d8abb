import { DoorClosed } from 'lucide-react';
import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { PageError } from '#ui/error-state.tsx';
import { suspensionOf } from '#modules/accounts/index.ts';
import { requireSession } from '../session.server.ts';

export const meta = () => [{ title: 'Suspended · Quickdash' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  const workspace = session.workspaces.find(({ slug }) => slug === params.workspace);
  if (!workspace) throw data(null, { status: 404 });
  if (!workspace.suspended) throw redirect(`/w/${workspace.slug}`);
  return { name: workspace.name, reason: await suspensionOf(workspace.id), others: session.workspaces.filter((w) => !w.suspended).map(({ slug, name }) => ({ slug, name })) };
}

export { PageError as ErrorBoundary };

/** What members of a suspended workspace see instead of it. */
export default function Suspended() {
  const { name, reason, others } = useLoaderData<typeof loader>();
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-[480px] rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">
        <span className="mb-4 grid size-12 place-items-center rounded-full bg-warn-soft text-warn"><DoorClosed aria-hidden className="size-5" /></span>
        <h1 className="text-xl font-semibold tracking-tight">{name} is suspended</h1>
        <p className="mt-1 text-ink-2">Its shops answer that they are closed for now. Nothing is deleted: everything is as it was when it opens again.</p>
        {reason && <p className="mt-4 rounded-lg bg-warn-soft px-3 py-2 text-warn">{reason}</p>}
        <p className="mt-4 text-[13px] text-ink-3">Only whoever runs this installation can open it again.</p>
        {others.length > 0 && <div className="mt-5 flex flex-wrap gap-2">{others.map(({ slug, name: other }) => <LinkButton key={slug} to={`/w/${slug}`} within="installation">{`Go to ${other}`}</LinkButton>)}</div>}
      </div>
    </main>
  );
}
