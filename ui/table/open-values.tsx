import { useEffect, useState, type ReactNode } from 'react';
import { useWorkspaceId } from '../live.tsx';
import { askApi } from '../ask-api.ts';

interface Props {
  list: string;
  column: string;
  chosen: readonly string[];
  children(values: readonly string[]): ReactNode;
}

/** The values a column has right now, asked when its filter is opened. */
export function OpenValues({ list, column, chosen, children }: Props) {
  const workspaceId = useWorkspaceId();
  const [values, setValues] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let left = false;
    void askApi<{ data: string[] }>(`/lists/${list}/values?column=${encodeURIComponent(column)}`, workspaceId).then((answer) => !left && setValues(answer?.data ?? []));
    return () => {
      left = true;
    };
  }, [workspaceId, list, column]);
  if (!values) return <p role="status" className="py-2 text-ink-3">Looking up the values…</p>;
  const all = [...new Set([...chosen, ...values])];
  return all.length > 0 ? children(all) : <p className="py-2 text-ink-3">There is no value yet.</p>;
}
