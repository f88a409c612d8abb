import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';

// The router gives up a load that newer news or the next page has overtaken, and leaves its rejected stream to nobody. That is
// no error; every other rejection is told as before.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

startTransition(() => {
  hydrateRoot(document, <HydratedRouter />);
});
