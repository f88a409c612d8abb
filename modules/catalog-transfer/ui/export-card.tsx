import { Download } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { useWorkspaceId } from '#ui/live.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Select } from '#ui/select.tsx';
import { counted } from './transfer-shape.ts';

export const STATUSES = [
  { status: '', label: 'All products' },
  { status: 'active', label: 'Active' },
  { status: 'draft', label: 'Drafts' },
  { status: 'archived', label: 'Archived' },
] as const;
export type Counts = Record<(typeof STATUSES)[number]['status'], number>;

/** Products out: which ones, and in which form. */
export function ExportCard({ counts }: { counts: Counts }) {
  const [status, setStatus] = useState<keyof Counts>('');
  const { locale } = useLocale();
  const figure = new Intl.NumberFormat(locale);
  const options = STATUSES.map((each) => ({ value: each.status, label: `${each.label} (${figure.format(counts[each.status])})` }));
  return (
    <Card title="Export" about="CSV opens in any spreadsheet and imports into Shopify. Both kinds can be imported here again, into this workspace or another.">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Which products" className="min-w-[220px] flex-1"><Select value={status} onChange={(event) => setStatus(event.target.value as keyof Counts)} options={options} /></Field>
        {counts[status] > 0 && (
          <div className="flex flex-wrap gap-2">
            <FileLink format="csv" status={status} />
            <FileLink format="json" status={status} />
          </div>
        )}
      </div>
      <p role="status" className="mt-3 text-[13px] text-ink-3">{counts[status] > 0 ? `${counted(counts[status], 'product', locale)} with all variants, prices, stock and pictures.` : 'There are no such products to export.'}</p>
    </Card>
  );
}

function FileLink({ format, status }: { format: 'csv' | 'json'; status: string }) {
  const question = new URLSearchParams({ workspace: useWorkspaceId(), ...(status && { status }) });
  return (
    <a href={`/api/admin/products/export.${format}?${question}`} download className={buttonClass({})}>
      <Download aria-hidden className="size-4" />
      Export {format.toUpperCase()}
    </a>
  );
}
