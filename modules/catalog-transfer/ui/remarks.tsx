import { Badge } from '#ui/badge.tsx';
import { useLocale } from '#ui/locale.tsx';
import type { Remark } from './transfer-shape.ts';

const SHOWN = 20;

const words = {
  before: { errors: 'These products will be left out. The others can be imported all the same.', warnings: 'These products will be imported; look whether that is what you meant.' },
  after: { errors: 'These products were left out. Put the lines right and import the file again: nothing is imported twice.', warnings: 'These products were imported; look whether that is what you meant.' },
};

/** What is wrong in the file, line by line; a long list is shortened here and whole in the download. */
export function Remarks({ errors, warnings, failed, when }: { errors: readonly Remark[]; warnings: readonly Remark[]; failed: number; when: keyof typeof words }) {
  return (
    <>
      <List title="Errors" about={words[when].errors} remarks={errors} total={Math.max(failed, errors.length)} tone="bad" />
      <List title="Warnings" about={words[when].warnings} remarks={warnings} total={warnings.length} tone="warn" />
    </>
  );
}

function List({ title, about, remarks, total, tone }: { title: string; about: string; remarks: readonly Remark[]; total: number; tone: 'bad' | 'warn' }) {
  const { locale } = useLocale();
  if (remarks.length === 0) return null;
  const more = total - Math.min(SHOWN, remarks.length);
  return (
    <section>
      <h3 className="flex items-center gap-2 text-[13px] font-semibold">{title} <Badge tone={tone}>{new Intl.NumberFormat(locale).format(total)}</Badge></h3>
      <p className="text-[13px] text-ink-3">{about}</p>
      <table className="mt-2 w-full border-y border-line text-left">
        <thead className="text-[13px] text-ink-3"><tr><th scope="col" className="w-14 py-1.5 pr-3 text-right font-medium">Line</th><th scope="col" className="py-1.5 font-medium">What is wrong</th></tr></thead>
        <tbody className="divide-y divide-line border-t border-line">
          {remarks.slice(0, SHOWN).map((remark) => (
            <tr key={`${remark.line} ${remark.column} ${remark.says}`} className="align-top">
              <td className="figures py-2 pr-3 text-right text-ink-2">{remark.line}</td>
              <td className="py-2"><Said remark={remark} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="figures mt-2 text-[13px] text-ink-3">and {new Intl.NumberFormat(locale).format(more)} more</p>}
    </section>
  );
}

function Said({ remark: { handle, column, says } }: { remark: Remark }) {
  return (
    <>
      {column && column !== 'line' ? `${column}: ${says}` : says}
      {handle && <span className="block text-[13px] text-ink-3">{handle}</span>}
    </>
  );
}
