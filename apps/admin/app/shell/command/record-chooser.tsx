import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { askApi } from '#ui/ask-api.ts';
import { cx } from '#ui/cx.ts';
import { useFieldWiring } from '#ui/field.tsx';
import type { IdChoosing } from '#ui/schema-form/schema-form.tsx';
import { Select } from '#ui/select.tsx';
import type { ShellData } from '../shell-data.ts';

/** Field name -> the list its records are in and the column that holds the id. */
export type Lookups = Record<string, { view: string; says: string; value: string }>;

interface Row {
  id: string;
  label: string;
  detail: string;
}

interface ChooserProps {
  field: string;
  value: string;
  onChange(id: string): void;
}

/** Records are found by words; the workspaces of the person stand in a list. */
export function choosingFor(lookups: Lookups, shell: ShellData): IdChoosing {
  const mine = new Set(shell.workspaces.map((workspace) => workspace.id));
  const ofWorkspace = (field: string, value: string) => field === 'id' && !lookups.id && mine.has(value);
  return {
    knows: (field) => field in lookups || field === 'id',
    Chooser: ({ field, value, onChange }: ChooserProps) => {
      if (ofWorkspace(field, value)) return <Select value={value} onChange={(event) => onChange(event.target.value)} options={shell.workspaces.map(({ id, name }) => ({ value: id, label: name }))} />;
      return <RecordChooser lookup={lookups[field]} workspaceId={shell.workspace.id} value={value} onChange={onChange} />;
    },
  };
}

function useRows(lookup: Lookups[string] | undefined, workspaceId: string, words: string): Row[] {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    if (!lookup) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void askApi<{ data: Row[] }>(`/records/${lookup.view}?value=${lookup.value}&q=${encodeURIComponent(words)}`, workspaceId, stop.signal).then((answer) => answer && setRows(answer.data));
    }, 80);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [lookup, workspaceId, words]);
  return rows;
}

function RecordChooser({ lookup, workspaceId, value, onChange }: { lookup: Lookups[string] | undefined; workspaceId: string; value: string; onChange(id: string): void }) {
  const list = useId();
  const wiring = useFieldWiring();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [name, setName] = useState('');
  const rows = useRows(open ? lookup : undefined, workspaceId, words);
  const pick = (row: Row | undefined) => {
    if (!row) return;
    onChange(row.id);
    setName(row.label + (row.detail && ` · ${row.detail}`));
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter' && open && rows.length > 0) pick(rows[at]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = open ? words : name || value;
  return (
    <span className="relative block">
      <input {...wiring} role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" aria-activedescendant={open && rows[at] ? `${list}-${at}` : undefined} autoComplete="off" spellCheck={false} placeholder={lookup ? `Find in ${lookup.says.toLowerCase()}…` : 'Id'} value={shown} onFocus={() => { setOpen(true); setWords(''); setAt(0); }} onBlur={() => setOpen(false)} onKeyDown={press}
        onChange={(event) => { setWords(event.target.value); setAt(0); setOpen(true); if (isId(event.target.value)) { onChange(event.target.value); setName(''); } }} className="control h-9 w-full min-w-0 px-3 text-base sm:text-sm" />
      {open && rows.length > 0 && (
        <ul id={list} role="listbox" aria-label="Records" className="mt-1 max-h-52 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-card">
          {rows.map((row, i) => (
            <li key={`${row.id} ${row.label} ${row.detail}`} id={`${list}-${i}`} role="option" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); pick(row); }} className={cx('cursor-pointer truncate rounded-md px-2.5 py-1.5', i === at && 'bg-hover')}>
              {row.label}{row.detail && <span className="text-ink-3"> · {row.detail}</span>}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

function isId(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}
