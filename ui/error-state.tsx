import { TriangleAlert } from 'lucide-react';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { Button } from './button.tsx';
import { NoPermission } from './empty.tsx';
import { LinkButton } from './button.tsx';

interface Trouble {
  status: number;
  title: string;
  sentence: string;
  requestId?: string;
}

function troubleOf(error: unknown): Trouble {
  if (isRouteErrorResponse(error)) {
    const data = (typeof error.data === 'object' && error.data ? error.data : {}) as { sentence?: string; requestId?: string };
    const missing = error.status === 404;
    return {
      status: error.status,
      title: missing ? 'This page is not here' : 'That did not work',
      sentence: data.sentence ?? (missing ? 'It may have been deleted, or the address may have a typo.' : 'Something went wrong on our side.'),
      ...(data.requestId && { requestId: data.requestId }),
    };
  }
  return { status: 500, title: 'Something went wrong on our side', sentence: 'Nothing you entered was changed. Try again; if it stays, tell whoever runs this installation.' };
}

/** What went wrong, and what to do now. */
export function ErrorState({ title, sentence, requestId, onRetry }: { title: string; sentence: string; requestId?: string | undefined; onRetry?(): void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-[48ch] flex-col items-center px-4 py-20 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-warn-soft text-warn">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <h1 className="text-lg font-semibold">{title}</h1>
      <p className="mt-1 text-ink-2">{sentence}</p>
      {requestId && <p className="mt-2 text-[13px] text-ink-3">Reference <span className="font-mono">{requestId}</span></p>}
      <div className="mt-5 flex gap-2">
        {onRetry && <Button kind="primary" onClick={onRetry}>Try again</Button>}
        <LinkButton to="/">Go to home</LinkButton>
      </div>
    </div>
  );
}

/** The error boundary every page shares: `export { PageError as ErrorBoundary }`. */
export function PageError() {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const trouble = troubleOf(error);
  if (trouble.status === 403) return <NoPermission sentence={trouble.sentence} />;
  return <ErrorState {...trouble} {...(trouble.status !== 404 && { onRetry: () => void revalidate() })} />;
}
