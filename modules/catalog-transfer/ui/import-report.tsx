import { Download } from 'lucide-react';
import { Button, LinkButton } from '#ui/button.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Figures } from './import-preview.tsx';
import { Remarks } from './remarks.tsx';
import { remarksFile, saveText } from './remarks-file.ts';
import { counted, type Report } from './transfer-shape.ts';

/** What the import did, and what it could not do. */
export function ImportReport({ file, report, onAgain }: { file: string; report: Report; onAgain(): void }) {
  const { locale } = useLocale();
  const wrong = report.errors.length + report.warnings.length;
  return (
    <div className="flex flex-col gap-5">
      <h3 className="text-[15px] font-semibold">{counted(report.created + report.updated, 'product', locale)} imported</h3>
      <Figures figures={[['Created', report.created, 'new products'], ['Updated', report.updated, 'products'], ['Failed', report.failed, report.failed > 0 ? 'products, unchanged' : 'no errors']]} />
      <Remarks errors={report.errors} warnings={report.warnings} failed={report.failed} when="after" />
      <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-4">
        {wrong > 0 && <Button icon={<Download aria-hidden className="size-4" />} onClick={() => saveText(`errors in ${file.replace(/\.\w+$/, '')}.csv`, remarksFile(report))} className="mr-auto">Download {report.errors.length > 0 ? 'errors' : 'warnings'}</Button>}
        <Button onClick={onAgain}>Import another file</Button>
        <LinkButton kind="primary" to="/products">See products</LinkButton>
      </div>
    </div>
  );
}
