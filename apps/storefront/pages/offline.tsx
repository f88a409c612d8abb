import type { JSX } from 'preact';
import type { Visit } from '../visit/visit.ts';

/** What a visitor sees without a connection, for a page this device has not seen before. */
export function OfflinePage({ visit }: { visit: Visit }): JSX.Element {
  return (
    <div class="wrap slim trouble">
      <h1>There is no connection</h1>
      <p>This page was not kept on your device. What you looked at lately can still be read, and what you put into the cart is sent as soon as you are back.</p>
      <p class="row"><a class="button" href={visit.href('/cart')}>Open the cart</a> <a href={visit.href('/')}>Go to the start page</a></p>
      <div data-kept hidden><h2>Kept on this device</h2><ul class="kept-pages" /></div>
    </div>
  );
}
