import { lazy, Suspense, useId } from 'react';
import { FieldLabel } from './field.tsx';
import { useHydrated } from './use-hydrated.ts';

const Editor = lazy(async () => ({ default: (await import('./rich-text-editor.tsx')).RichTextEditor }));

export interface RichTextProps {
  label: string;
  /** HTML. */
  value: string;
  onChange(html: string): void;
}

/** A formatted text: bold, italic, headings, lists and links. Its program is fetched when the page stands. */
export function RichText({ label, value, onChange }: RichTextProps) {
  const id = useId();
  const hydrated = useHydrated();
  const waiting = <Waiting html={value} />;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FieldLabel id={id}>{label}</FieldLabel>
      {hydrated ? <Suspense fallback={waiting}><Editor labelledBy={id} value={value} onChange={onChange} /></Suspense> : waiting}
    </div>
  );
}

// As many as the editor's toolbar has: the text stands where it will stand, so that nothing moves when the editor comes.
const TOOLS = 11;

function Waiting({ html }: { html: string }) {
  return (
    <div aria-busy className="control min-w-0 overflow-hidden">
      <div aria-hidden className="flex flex-wrap gap-0.5 border-b border-line bg-sunken p-1">{Array.from({ length: TOOLS }, (_, i) => <span key={i} className="size-10 sm:size-8" />)}</div>
      <div className="rich-text max-h-[480px] min-h-36 overflow-y-auto px-3 py-2.5" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
