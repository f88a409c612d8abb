import { startTransition, useEffect, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';

declare global {
  interface Window {
    /** Of program-after-paint.server.ts: what listens for presses until the program is there, and the last button it heard of. */
    keepPress?: (event: MouseEvent) => void;
    earlyPress?: HTMLButtonElement;
  }
}

// The router gives up a load that newer news or the next page has overtaken, and leaves its rejected stream to nobody. That is
// no error; every other rejection is told as before.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

/** Nobody has to press again what they pressed while the program was on its way. */
function WithEarlyPress({ children }: { children: ReactNode }) {
  useEffect(() => {
    if (window.keepPress) removeEventListener('click', window.keepPress, true);
    const pressed = window.earlyPress;
    delete window.earlyPress;
    if (pressed?.isConnected) pressed.click();
  }, []);
  return children;
}

startTransition(() => {
  hydrateRoot(document, <WithEarlyPress><HydratedRouter /></WithEarlyPress>);
});
