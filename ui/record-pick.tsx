import { useState } from 'react';
import { Button } from './button.tsx';
import { SearchInput } from './input.tsx';
import { useView } from './use-view.ts';

interface Row {
  id: string;
  [key: string]: unknown;
}

interface Props {
  /** Address of a list of the Admin API, like `/products`. */
  list: string;
  /** What the rows are called: "products". */
  what: string;
  /** The column that names a row. */
  named: string;
  taken: ReadonlySet<string>;
  onPick(row: { id: string; label: string }): void;
}

/** Finds a record of a list by words and picks it. */
export function RecordPick({ list, what, named, taken, onPick }: Props) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: Row[] }>(`${list}?limit=8&q=${encodeURIComponent(words)}`);
  const labelOf = (row: Row) => String(row[named] ?? '');
  return (
    <div className="flex flex-col gap-2">
      <SearchInput aria-label={`Search ${what}`} placeholder={`Search ${what}`} value={words} onChange={(event) => setWords(event.target.value)} />
      <p role="status" className="sr-only">{data ? `${data.data.length} found` : ''}</p>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {data?.data.length === 0 && <p className="py-3 text-ink-2">Nothing is called that.</p>}
      <ul className="divide-y divide-line">
        {data?.data.map((row) => (
          <li key={row.id} className="flex items-center gap-3 py-1.5">
            <span className="line-clamp-2 min-w-0 flex-1">{labelOf(row)}</span>
            <Button size="small" disabled={taken.has(row.id)} onClick={() => onPick({ id: row.id, label: labelOf(row) })}>{taken.has(row.id) ? 'Chosen' : 'Choose'}<span className="sr-only"> {labelOf(row)}</span></Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
