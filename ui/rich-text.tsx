import { lazy, Suspense, useId } from 'react';
import { FieldLabel } from './field.tsx';
import { Skeleton } from './skeleton.tsx';
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
  const waiting = <Skeleton className="h-40 w-full rounded-control" />;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FieldLabel id={id}>{label}</FieldLabel>
      {hydrated ? <Suspense fallback={waiting}><Editor labelledBy={id} value={value} onChange={onChange} /></Suspense> : waiting}
    </div>
  );
}
