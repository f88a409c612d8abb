import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { useLocale } from '#ui/locale.tsx';
import type { CustomField } from './columns-choice.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportReport } from './import-report.tsx';
import type { Progress } from './send-file.ts';
import { counted } from './transfer-shape.ts';
import { useImport, type Import, type Stage } from './use-import.ts';

/** Products in: a file is chosen, looked at, and only then imported. */
export function ImportCard({ fields }: { fields: readonly CustomField[] }) {
  const running = useImport();
  const { stage } = running;
  return (
    <Card title="Import" about={stage.at === 'start' ? 'Products are found by their handle: known ones are updated, new ones are added, nothing is deleted.' : stage.file.name}>
      <Step key={stage.at} quiet={stage.at === 'start'}>
        <Content running={running} fields={fields} />
      </Step>
      <p role="status" className="sr-only">{spoken(stage)}</p>
    </Card>
  );
}

function Content({ running, fields }: { running: Import; fields: readonly CustomField[] }) {
  const { stage } = running;
  if (stage.at === 'start') return <Choose refused={stage.refused} onFile={(file) => void running.check(file)} />;
  if (stage.at === 'checking') return <Busy label="Checking the file" progress={stage.progress} onCancel={running.cancel} />;
  if (stage.at === 'preview') return <ImportPreview preview={stage.preview} mapping={stage.mapping} fields={fields} refused={stage.refused} onCheck={(mapping) => void running.check(stage.file, mapping)} onBegin={() => void running.begin()} onCancel={running.cancel} />;
  if (stage.at === 'importing') return <Busy label="Importing" progress={stage.progress} products={stage.preview.products} />;
  return <ImportReport file={stage.file.name} report={stage.report} onAgain={running.cancel} />;
}

function spoken(stage: Stage): string {
  if (stage.at === 'checking') return 'Checking the file';
  if (stage.at === 'preview') return 'The file has been checked. Nothing has been imported yet.';
  if (stage.at === 'importing') return 'Importing';
  return stage.at === 'report' ? 'The import is finished.' : '';
}

/** Each step takes the focus from the one that is gone, except the first. */
function Step({ quiet, children }: { quiet: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!quiet) box.current?.focus({ preventScroll: true });
  }, [quiet]);
  return <div ref={box} tabIndex={-1} className="outline-none">{children}</div>;
}

function Choose({ refused, onFile }: { refused: string | undefined; onFile(file: File): void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div className="flex flex-col gap-3">
      {refused && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{refused}</p>}
      <label onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop} className={cx('relative flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed border-edge px-4 py-9 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-text', over && 'border-accent bg-accent-soft')}>
        <FileUp aria-hidden className="mb-1 size-5 text-ink-3" />
        <span className="font-medium">Choose a file or drop it here</span>
        <span className="text-[13px] text-ink-3">CSV or JSON, up to 50 MB. You see what it changes before anything is written.</span>
        <input type="file" accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json" className="absolute inset-0 size-full cursor-pointer opacity-0" onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); event.target.value = ''; }} />
      </label>
    </div>
  );
}

function Busy({ label, progress, products, onCancel }: { label: string; progress: Progress | undefined; products?: number; onCancel?(): void }) {
  const { locale } = useLocale();
  const share = shareOf(progress, products);
  return (
    <div className="flex flex-col gap-3 py-2">
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-medium">{label}…</p>
        <p className="figures text-[13px] text-ink-3">{progressWords(progress, products, locale)}</p>
      </div>
      <div role="progressbar" aria-label={label} {...(share !== undefined && { 'aria-valuenow': share, 'aria-valuemin': 0, 'aria-valuemax': 100 })} className="h-2 overflow-hidden rounded-full bg-press">
        <div className={cx('h-full rounded-full bg-accent transition-[width]', share === undefined && 'animate-skeleton')} style={{ width: `${share ?? 100}%` }} />
      </div>
      {onCancel ? <Button onClick={onCancel} className="self-start">Cancel</Button> : <p className="text-[13px] text-ink-3">Once the file has been sent you can leave this page; the import goes on.</p>}
    </div>
  );
}

/** Percent, or undefined while nobody can know. */
function shareOf(progress: Progress | undefined, products: number | undefined): number | undefined {
  if (!progress) return undefined;
  if ('done' in progress) return products ? Math.min(100, Math.round((progress.done / products) * 100)) : undefined;
  return progress.sent < progress.of ? Math.round((progress.sent / progress.of) * 100) : undefined;
}

function progressWords(progress: Progress | undefined, products: number | undefined, locale: string): string {
  if (!progress) return '';
  if ('done' in progress) return `${new Intl.NumberFormat(locale).format(progress.done)} of ${counted(products ?? progress.done, 'product', locale)}`;
  return progress.sent < progress.of ? `${Math.round((progress.sent / progress.of) * 100)} % sent` : '';
}
