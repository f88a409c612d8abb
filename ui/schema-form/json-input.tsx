import { useState } from 'react';
import { Textarea } from '../input.tsx';

/** The last resort for shapes no control fits: JSON, taken over as soon as it reads. */
export function JsonInput({ name, value, onChange }: { name: string; value: unknown; onChange(value: unknown): void }) {
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2));
  const [wrong, setWrong] = useState(false);
  const change = (next: string) => {
    setText(next);
    if (next.trim() === '') return setWrong(false), onChange(undefined);
    const read = readJson(next);
    setWrong(read === undefined);
    if (read !== undefined) onChange(read.value);
  };
  return (
    <>
      <Textarea name={name} value={text} onChange={(event) => change(event.target.value)} className="font-mono text-[13px]!" spellCheck={false} placeholder="{ }" />
      {wrong && <p role="status" className="text-[13px] text-warn">This is not JSON yet.</p>}
    </>
  );
}

function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
