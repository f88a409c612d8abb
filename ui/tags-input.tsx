import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useFieldWiring } from './field.tsx';

interface Props {
  value: readonly string[];
  onChange(value: string[]): void;
  placeholder?: string;
}

/** Several short words: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export function TagsInput({ value, onChange, placeholder = 'Add…' }: Props) {
  const [text, setText] = useState('');
  const wiring = useFieldWiring();
  const add = () => {
    const words = text.split(',').map((word) => word.trim()).filter((word) => word && !value.includes(word));
    if (words.length > 0) onChange([...value, ...words]);
    setText('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  return (
    <span className="control flex min-h-9 flex-wrap items-center gap-1.5 px-1.5 py-1 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent-text">
      {value.map((word) => (
        <span key={word} className="inline-flex max-w-full items-center gap-0.5 rounded-md bg-press py-0.5 pr-0.5 pl-2 text-[13px]">
          <span className="truncate">{word}</span>
          <button type="button" aria-label={`Remove ${word}`} onClick={() => onChange(value.filter((each) => each !== word))} className="grid size-5 place-items-center rounded text-ink-3 hover:text-ink"><X aria-hidden className="size-3" /></button>
        </span>
      ))}
      <input {...wiring} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={press} onBlur={add} placeholder={value.length === 0 ? placeholder : ''} className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none sm:text-sm" />
    </span>
  );
}
