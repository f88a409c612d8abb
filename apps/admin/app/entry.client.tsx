import { startTransition, useEffect, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { repeatEarlyActs } from './early-acts.ts';

// The router gives up a load that newer news or the next page has overtaken, and leaves its rejected stream to nobody. That is
// no error; every other rejection is told as before.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

/** What was done before the program was there is done once everything listens. */
function Begun({ children }: { children: ReactNode }) {
  useEffect(repeatEarlyActs, []);
  return children;
}

startTransition(() => {
  hydrateRoot(document, <Begun><HydratedRouter /></Begun>);
});
