import { useState } from 'react';
import { Badge, inWords } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Money } from '#ui/money.tsx';
import type { CustomField, Mapping } from './columns-choice.ts';
import { OtherColumns } from './other-columns.tsx';
import { Remarks } from './remarks.tsx';
import { counted, type Preview, type SampleRow } from './transfer-shape.ts';

interface Props {
  preview: Preview;
  /** What the preview was made with. */
  mapping: Mapping;
  fields: readonly CustomField[];
  refused: string | undefined;
  onCheck(mapping: Mapping): void;
  onBegin(): void;
  onCancel(): void;
}

/** What the file would change. Nothing has been written yet, and only what was looked at can be imported. */
export function ImportPreview({ preview, mapping, fields, refused, onCheck, onBegin, onCancel }: Props) {
  const { locale } = useLocale();
  const [wanted, setWanted] = useState(mapping);
  const good = preview.created + preview.updated;
  return (
    <div className="flex flex-col gap-5">
      {refused && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{refused}</p>}
      <Figures figures={[
        ['New products', preview.created, counted(preview.newVariants, 'new variant', locale)],
        ['Updated products', preview.updated, counted(preview.knownVariants, 'updated variant', locale)],
        ['Left out', preview.failed, preview.failed > 0 ? 'because of errors' : 'no errors'],
      ]} />
      <Remarks errors={preview.errors} warnings={preview.warnings} failed={preview.failed} when="before" />
      {preview.sample.length > 0 && <Sample rows={preview.sample} more={good - preview.sample.length} />}
      <OtherColumns columns={preview.columns} mapping={wanted} fields={fields} onChoose={(column, means) => setWanted({ ...wanted, [column]: means })} />
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
        <p className="mr-auto text-[13px] text-ink-3">{good > 0 ? 'Nothing has been imported yet.' : 'There is nothing in this file that can be imported.'}</p>
        <Button onClick={onCancel}>Choose another file</Button>
        {wanted === mapping ? good > 0 && <Button kind="primary" onClick={onBegin}>Import {counted(good, 'product', locale)}</Button> : <Button kind="primary" onClick={() => onCheck(wanted)}>Check again</Button>}
      </div>
    </div>
  );
}

/** Three figures side by side, each with a word below. */
export function Figures({ figures }: { figures: readonly (readonly [label: string, value: number, about: string])[] }) {
  const figure = new Intl.NumberFormat(useLocale().locale);
  return (
    <dl className="grid grid-cols-1 divide-y divide-line rounded-lg border border-line sm:grid-cols-3 sm:divide-x sm:divide-y-0">
      {figures.map(([label, value, about]) => (
        <div key={label} className="flex items-baseline justify-between gap-3 px-4 py-3 sm:block">
          <dt className="text-[13px] font-medium text-ink-2">{label}</dt>
          <dd className="text-right sm:mt-0.5 sm:text-left">
            <span className="figures text-xl leading-7 font-semibold">{figure.format(value)}</span>
            <span className="block text-[13px] text-ink-3">{about}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sample({ rows, more }: { rows: readonly SampleRow[]; more: number }) {
  const { locale } = useLocale();
  return (
    <section>
      <h3 className="text-[13px] font-semibold">First products</h3>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.handle} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="line-clamp-2 font-medium">{row.title || row.handle}</p>
              <p className="figures text-[13px] text-ink-3">{[counted(row.variants, 'variant', locale), row.status && inWords(row.status)].filter(Boolean).join(' · ')}</p>
            </div>
            {row.price ? <Money value={row.price} /> : <span className="text-[13px] text-ink-3">No price</span>}
            <span className="flex w-16 justify-end"><Badge tone={row.exists ? 'info' : 'good'}>{row.exists ? 'Update' : 'New'}</Badge></span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="figures mt-2 text-[13px] text-ink-3">and {counted(more, 'more product', locale)}</p>}
    </section>
  );
}
