import { Check, Copy, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './button.tsx';
import { toast } from './toast.tsx';

interface Props {
  value: string;
  /** What it is, for the buttons' names: "the key". */
  what: string;
  /** 'secret' hides it until asked. */
  kind?: 'plain' | 'secret';
}

/** A key or address to take along: show, hide, copy. */
export function Copyable({ value, what, kind = 'plain' }: Props) {
  const [shown, setShown] = useState(kind === 'plain');
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value).then(() => setCopied(true), () => toast.refused('Your browser did not allow copying. Select the text and copy it yourself.'));
    setTimeout(() => setCopied(false), 1_500);
  }
  return (
    <div className="flex min-w-0 items-center gap-1 rounded-control border border-line bg-sunken py-0.5 pr-0.5 pl-3">
      <code {...(shown && { title: value })} className="min-w-0 flex-1 truncate font-mono text-[13px]">{shown ? value : `${value.slice(0, 7)}${'•'.repeat(18)}`}</code>
      {kind === 'secret' && (
        <IconButton size="small" label={shown ? `Hide ${what}` : `Show ${what}`} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </IconButton>
      )}
      <IconButton size="small" label={`Copy ${what}`} onClick={() => void copy()}>
        {copied ? <Check aria-hidden className="size-4 text-good" /> : <Copy aria-hidden className="size-4" />}
      </IconButton>
      <span role="status" className="sr-only">{copied ? 'Copied' : ''}</span>
    </div>
  );
}
