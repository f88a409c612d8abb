import { h } from 'preact';
import type { ComponentType, JSX } from 'preact';
import { safeJson } from '../seo.ts';

/**
 * A part of the page that wakes up in the browser. Without scripts its server-rendered links and forms do the same work.
 * The name must be one that islands/client.ts knows.
 */
export function Island<P extends object>({ name, of, props }: { name: string; of: ComponentType<P>; props: P }): JSX.Element {
  return (
    <>
      <div data-island={name}>{h(of, props)}</div>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: safeJson(props) }} />
    </>
  );
}
