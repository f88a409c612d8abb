import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { toast } from './toast.tsx';

interface Props {
  /** What it is, for the reader and the copy button: "the payload". */
  what: string;
  text: string;
  /** What is copied when it is not the text as shown. */
  copies?: string;
  /** Long lines of prose wrap; code scrolls. */
  lines?: 'scroll' | 'wrap';
}

/** Code or data to read and take along. */
export function CodeBlock({ what, text, copies = text, lines = 'scroll' }: Props) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(copies).then(() => setCopied(true), () => toast.refused('Your browser did not allow copying. Select the text and copy it yourself.'));
    setTimeout(() => setCopied(false), 1_500);
  }
  return (
    <div className="relative min-w-0 overflow-hidden rounded-control border border-line bg-sunken">
      <pre tabIndex={0} role="region" aria-label={what} className={cx('max-h-[420px] overflow-auto py-2.5 pr-11 pl-3 font-mono text-xs leading-5 -outline-offset-2', lines === 'wrap' && 'whitespace-pre-wrap [overflow-wrap:anywhere]')}><code>{text}</code></pre>
      <IconButton size="small" label={`Copy ${what}`} className="absolute top-1 right-1 bg-sunken" onClick={() => void copy()}>
        {copied ? <Check aria-hidden className="size-4 text-good" /> : <Copy aria-hidden className="size-4" />}
      </IconButton>
      <span role="status" className="sr-only">{copied ? 'Copied' : ''}</span>
    </div>
  );
}
