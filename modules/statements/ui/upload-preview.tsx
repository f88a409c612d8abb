import { Money } from '#ui/money.tsx';
import type { AccountPreview, Problem, Sample } from './upload-shape.ts';

/** What a file says of one account. */
export function PreviewOf({ account: { account, lines, known, unreadable, problems, sample } }: { account: AccountPreview }) {
  return (
    <section aria-label={account || 'What is in the file'} className="flex flex-col gap-3">
      <p className="text-[13px] text-ink-2">{account && <span className="font-medium text-ink">{account}: </span>}{inWords(lines, known, unreadable)}</p>
      {problems.length > 0 && <Problems problems={problems} more={unreadable - problems.length} />}
      {sample.length > 0 && <Lines sample={sample} />}
    </section>
  );
}

function inWords(lines: number, known: number, unreadable: number): string {
  const count = (n: number) => n.toLocaleString('en-AU');
  return [`${count(lines)} ${lines === 1 ? 'line' : 'lines'}`, ...(known > 0 ? [`${count(known)} of them here already`] : []), ...(unreadable > 0 ? [`${count(unreadable)} could not be read`] : [])].join(', ');
}

function Problems({ problems, more }: { problems: readonly Problem[]; more: number }) {
  return (
    <ul className="rounded-lg bg-warn-soft px-3 py-2 text-[13px] text-warn">
      {problems.slice(0, 10).map(({ line, says }) => <li key={line}>Line {line} {says}</li>)}
      {problems.length + more > 10 && <li>and {(problems.length + more - 10).toLocaleString('en-AU')} more</li>}
    </ul>
  );
}

function Lines({ sample }: { sample: readonly Sample[] }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="First lines">
      <table className="w-full text-left text-[13px]">
        <thead className="text-ink-2"><tr>{['Booked', 'From or to', 'Description', 'Amount'].map((head) => <th key={head} scope="col" className={head === 'Amount' ? 'py-1 text-right font-medium' : 'py-1 pr-4 font-medium'}>{head}</th>)}</tr></thead>
        <tbody>
          {sample.map(({ line, bookedOn, counterpart, reference, description, amount, currency }) => (
            <tr key={line} className="border-t border-line">
              <td className="figures py-1.5 pr-4 whitespace-nowrap">{bookedOn}</td>
              <td className="max-w-[200px] truncate py-1.5 pr-4">{counterpart}</td>
              <td className="max-w-[320px] truncate py-1.5 pr-4">{[description, reference].filter(Boolean).join(' · ')}</td>
              <td className="py-1.5 text-right whitespace-nowrap"><Money value={{ amount, currency }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
