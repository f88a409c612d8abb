import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';

export const meta = () => [{ title: 'Connecting · Quickdash' }];

export { PageError as ErrorBoundary };

/** Back from a vendor's page of consent; the member's own session finishes what it began. */
export default function Return() {
  const [asked] = useSearchParams();
  const begun = useRef(false);
  const finish = useOperation<{ vendor: string; sentence: string }>('integrations.finish', { done: ({ sentence }) => `Connected: ${sentence}`, goTo: ({ vendor }) => `/integrations/${vendor}`, onRefused: () => true });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { state = '', code = '', error = '', error_description: problem = error, ...answer } = Object.fromEntries(asked) as Record<string, string>;
    void finish.run({ stateToken: state, codeToken: code, problem, answer });
  });
  return (
    <Page title="Connecting" width="reading" crumbs={[{ label: 'Integrations', to: '/integrations' }]}>
      {finish.sentence ? <p role="alert" className="rounded-lg bg-bad-soft px-4 py-3 text-bad">{finish.sentence} <TextLink to="/integrations">Back to the integrations</TextLink></p> : <p role="status" className="text-ink-2">One moment, we finish the connection…</p>}
    </Page>
  );
}
