import { Bold, Code, Heading2, Heading3, Italic, Link2, List, ListOrdered, Pilcrow, Redo2, Undo2, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Dialog, DialogActions } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input, Textarea } from './input.tsx';
import { tidyHtml } from './rich-text-html.ts';

interface Props {
  labelledBy: string;
  value: string;
  onChange(html: string): void;
}

interface Tool {
  label: string;
  icon: LucideIcon;
  command: string;
  argument?: string;
  /** A block the caret can stand in, or a state the browser knows. */
  on?: 'state' | 'block';
}

const tools: readonly Tool[] = [
  { label: 'Bold', icon: Bold, command: 'bold', on: 'state' },
  { label: 'Italic', icon: Italic, command: 'italic', on: 'state' },
  { label: 'Paragraph', icon: Pilcrow, command: 'formatBlock', argument: 'p', on: 'block' },
  { label: 'Heading', icon: Heading2, command: 'formatBlock', argument: 'h2', on: 'block' },
  { label: 'Small heading', icon: Heading3, command: 'formatBlock', argument: 'h3', on: 'block' },
  { label: 'List', icon: List, command: 'insertUnorderedList', on: 'state' },
  { label: 'Numbered list', icon: ListOrdered, command: 'insertOrderedList', on: 'state' },
  { label: 'Take back', icon: Undo2, command: 'undo' },
  { label: 'Make again', icon: Redo2, command: 'redo' },
];

/** The editor itself, in a file of its own so that it can be fetched late. */
export function RichTextEditor({ labelledBy, value, onChange }: Props) {
  const [view, setView] = useState<'text' | 'html'>('text');
  return (
    <div className="control min-w-0 overflow-hidden focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent-text">
      {view === 'text'
        ? <Written labelledBy={labelledBy} value={value} onChange={onChange} onHtml={() => setView('html')} />
        : (
          <>
            <div className="flex justify-end border-b border-line bg-sunken p-1"><Button size="small" kind="quiet" onClick={() => setView('text')}>Back to the text</Button></div>
            <Textarea aria-labelledby={labelledBy} value={value} rows={8} spellCheck={false} onChange={(event) => onChange(event.target.value)} className="rounded-none! border-0! font-mono text-[13px]! outline-none!" />
          </>
        )}
    </div>
  );
}

function Written({ labelledBy, value, onChange, onHtml }: Props & { onHtml(): void }) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef<string>(undefined);
  const [states, setStates] = useState<string[]>([]);
  const [link, setLink] = useState<Link>();
  // The browser owns the text while it is typed; only a value from elsewhere (discard, restore) is put in.
  useEffect(() => {
    if (place.current && told.current !== value) place.current.innerHTML = value;
    told.current = value;
  }, [value]);
  useEffect(() => {
    document.execCommand('defaultParagraphSeparator', false, 'p');
    const look = () => { if (place.current?.contains(document.getSelection()?.anchorNode ?? null)) setStates(statesHere()); };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  const tell = () => {
    told.current = tidyHtml(place.current!);
    onChange(told.current);
  };
  const run = (command: string, argument?: string) => {
    place.current?.focus();
    document.execCommand(command, false, argument);
    setStates(statesHere());
    tell();
  };
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!html) return;
    event.preventDefault();
    // Parsed apart from the page, so that nothing in it runs or loads.
    document.execCommand('insertHTML', false, tidyHtml(new DOMParser().parseFromString(html, 'text/html').body));
  };
  return (
    <>
      <Toolbar states={states} onRun={run} onLink={() => setLink(linkHere(place.current))} onHtml={onHtml} />
      <div ref={place} role="textbox" aria-multiline="true" aria-labelledby={labelledBy} tabIndex={0} contentEditable suppressContentEditableWarning onInput={tell} onPaste={paste} className="rich-text max-h-[480px] min-h-36 overflow-y-auto px-3 py-2.5 outline-none" />
      <Dialog title="Link" about="Where the selected words lead." open={link !== undefined} onOpenChange={(open) => !open && setLink(undefined)}>
        {link && <LinkForm link={link} onDone={(address) => { setLink(undefined); putBack(link, () => run(address ? 'createLink' : 'unlink', address)); }} />}
      </Dialog>
    </>
  );
}

function statesHere(): string[] {
  const block = String(document.queryCommandValue('formatBlock')).toLowerCase();
  return tools.filter((tool) => (tool.on === 'state' ? document.queryCommandState(tool.command) : tool.on === 'block' && tool.argument === block)).map((tool) => tool.label);
}

interface ToolbarProps {
  states: readonly string[];
  onRun(command: string, argument?: string): void;
  onLink(): void;
  onHtml(): void;
}

// One stop of the Tab key; arrows walk inside, as in any toolbar.
function Toolbar({ states, onRun, onLink, onHtml }: ToolbarProps) {
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const buttons = [
    ...tools.map((tool) => ({ ...tool, press: () => onRun(tool.command, tool.argument) })),
    { label: 'Link', icon: Link2, press: onLink },
    { label: 'Edit as HTML', icon: Code, press: onHtml },
  ];
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (at + by + buttons.length) % buttons.length;
    setAt(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div ref={bar} role="toolbar" tabIndex={-1} aria-label="Formatting" onKeyDown={walk} className="flex flex-wrap gap-0.5 border-b border-line bg-sunken p-1">
      {buttons.map(({ label, icon: Icon, press, ...tool }, i) => (
        <button key={label} type="button" title={label} aria-label={label} {...('on' in tool && { 'aria-pressed': states.includes(label) })} tabIndex={i === at ? 0 : -1} onFocus={() => setAt(i)} onMouseDown={(event) => event.preventDefault()} onClick={press} className={cx('grid size-10 place-items-center rounded-md text-ink-2 hover:bg-hover sm:size-8 hover:text-ink focus-visible:-outline-offset-2', states.includes(label) && 'bg-press text-ink!')}>
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </div>
  );
}

/** The words a link is set on. The selection is lost while the dialog has the focus, so it is kept and put back. */
interface Link {
  words: Range | undefined;
  address: string;
}

function linkHere(place: HTMLElement | null): Link {
  const selection = document.getSelection();
  const words = selection && selection.rangeCount > 0 && place?.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : undefined;
  return { words, address: selection?.anchorNode?.parentElement?.closest('a')?.getAttribute('href') ?? '' };
}

function putBack({ words }: Link, then: () => void): void {
  requestAnimationFrame(() => {
    const selection = document.getSelection();
    if (words) {
      (words.startContainer.parentElement?.closest('[contenteditable]') as HTMLElement | null)?.focus();
      selection?.removeAllRanges();
      selection?.addRange(words);
    }
    then();
  });
}

function LinkForm({ link, onDone }: { link: Link; onDone(address: string): void }) {
  const [address, setAddress] = useState(link.address);
  return (
    <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); onDone(address.trim()); }} className="flex flex-col gap-1">
      <Field label="Address"><Input value={address} onChange={(event) => setAddress(event.target.value)} placeholder="https://" autoFocus /></Field>
      <DialogActions>
        <Button onClick={() => onDone('')}>Remove link</Button>
        <Button type="submit" kind="primary" disabled={!address.trim()}>Set link</Button>
      </DialogActions>
    </form>
  );
}
