import { Button } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useView } from '#ui/use-view.ts';
import { fieldWords, valueWords, type Words } from './field-words.ts';
import { productAt, type HistoryEntry } from './old-version.ts';
import type { Product } from './product-shape.ts';

interface Props {
  product: Product;
  words(): Words;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Puts that old state in as an unsaved edit. */
  onRestore(old: Product): void;
}

/** Who changed what when, field by field, and the way back to an older state. */
export function HistorySheet({ product, words, open, onOpenChange, onRestore }: Props) {
  const { data, sentence } = useView<{ data: HistoryEntry[] }>(open ? `/products/${product.id}/history?version=${product.version}` : undefined);
  const entries = data?.data ?? [];
  const known = open ? words() : undefined;
  return (
    <Sheet title="History" about="Every change of this product, newest first." open={open} onOpenChange={onOpenChange}>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {!data && !sentence && <Skeleton className="h-24 w-full" />}
      {data && entries.length === 0 && <p className="text-ink-2">Nothing has changed since this product was made.</p>}
      <ol className="flex flex-col gap-4">
        {known && entries.map((entry, i) => <OneChange key={entry.id} entry={entry} words={known} {...(i > 0 && { onRestore: () => onRestore(productAt(product, entries, i)) })} />)}
      </ol>
    </Sheet>
  );
}

const verbs: Record<string, string> = { 'products.create': 'created it', 'products.update': 'changed it', 'products.archive': 'archived it' };

function OneChange({ entry, words, onRestore }: { entry: HistoryEntry; words: Words; onRestore?(): void }) {
  const fields = Object.keys({ ...entry.before, ...entry.after }).filter((field) => field !== 'version');
  const made = entry.operation === 'products.create';
  return (
    <li className="rounded-lg border border-line p-3.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p><span className="font-medium">{entry.actorName}</span> {verbs[entry.operation] ?? 'changed it'} <span className="text-ink-3">· <DateTime at={entry.at} /></span></p>
        {onRestore && <Button size="small" onClick={onRestore}>Restore this version</Button>}
      </div>
      {!made && (
        <dl className="mt-2 flex flex-col gap-1.5 text-[13px]">
          {fields.slice(0, 30).map((field) => (
            <div key={field}>
              <dt className="text-ink-3">{fieldWords(field, words)}</dt>
              <dd className="flex flex-wrap gap-x-2"><del className="text-ink-3">{valueWords(entry.before[field], field)}</del><span aria-hidden>→</span><ins className="font-medium no-underline">{valueWords(entry.after[field], field)}</ins></dd>
            </div>
          ))}
          {fields.length > 30 && <p className="text-ink-3">and {fields.length - 30} more fields</p>}
        </dl>
      )}
    </li>
  );
}
