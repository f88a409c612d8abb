import { ArrowLeft, ArrowRight, ImagePlus, Trash2 } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useWorkspaceId } from '#ui/live.tsx';
import { toast } from '#ui/toast.tsx';
import { uploadFile } from '#ui/upload.ts';
import type { Draft } from '#ui/use-draft.ts';
import type { ProductDraft } from './product-draft.ts';
import type { Media, Product } from './product-shape.ts';
import { useMedia, type MediaChanges } from './use-media.ts';

/** Pictures: dropped or chosen, put in order, described. Of a stored product every change is kept at once. */
export function MediaCard({ product, draft }: { product: Product | null; draft: Draft<ProductDraft> }) {
  const media = useMedia(product, draft);
  const [describing, setDescribing] = useState<Media | null>(null);
  return (
    <Card title="Pictures" about={media.list.some((each) => !each.alt) ? 'Pictures without a description cannot be seen by everybody. Press one to describe it.' : undefined}>
      <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4 lg:grid-cols-5">
        {media.list.map((each, i) => <Picture key={each.id} media={each} place={i} last={i === media.list.length - 1} changes={media} onDescribe={() => setDescribing(each)} />)}
        <li><Drop onMedia={media.add} /></li>
      </ul>
      <Dialog title="Describe the picture" about="For people who cannot see it, and for search engines." open={describing !== null} onOpenChange={(open) => !open && setDescribing(null)}>
        {describing && <Description media={describing} onSave={(alt) => { media.describe(describing, alt); setDescribing(null); }} />}
      </Dialog>
    </Card>
  );
}

function Picture({ media, place, last, changes, onDescribe }: { media: Media; place: number; last: boolean; changes: MediaChanges; onDescribe(): void }) {
  const name = media.alt || `picture ${place + 1}`;
  return (
    <li className="group relative aspect-square overflow-hidden rounded-lg border border-line bg-sunken">
      <button type="button" onClick={onDescribe} aria-label={`Describe ${name}`} className="block size-full focus-visible:-outline-offset-2"><img src={media.url} alt={media.alt} loading="lazy" className="size-full object-cover" /></button>
      {place === 0 && <span className="absolute top-1.5 left-1.5 rounded bg-ink px-1.5 py-0.5 text-[11px] font-medium text-canvas">Cover</span>}
      {!media.alt && <span className="absolute top-1.5 right-1.5 size-2.5 rounded-full bg-warn" title="No description yet" />}
      <div className="absolute inset-x-0 bottom-0 flex justify-center gap-0.5 bg-raised/90 p-0.5 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
        <IconButton size="small" label={`Move ${name} forward`} disabled={place === 0} onClick={() => changes.move(place, place - 1)}><ArrowLeft aria-hidden className="size-4" /></IconButton>
        <IconButton size="small" label={`Move ${name} back`} disabled={last} onClick={() => changes.move(place, place + 1)}><ArrowRight aria-hidden className="size-4" /></IconButton>
        <IconButton size="small" label={`Remove ${name}`} onClick={() => changes.remove(media)}><Trash2 aria-hidden className="size-4" /></IconButton>
      </div>
    </li>
  );
}

function Drop({ onMedia }: { onMedia(media: Omit<Media, 'id'>[]): void }) {
  const [state, setState] = useState<'idle' | 'over' | 'sending'>('idle');
  const workspaceId = useWorkspaceId();
  async function send(files: readonly File[]) {
    setState('sending');
    const sent: Omit<Media, 'id'>[] = [];
    for (const file of files) {
      await uploadFile(file, workspaceId).then((each) => sent.push({ url: each.url, fileId: each.id, alt: '', width: each.width, height: each.height }), (error: Error) => toast.refused(error.message));
    }
    if (sent.length > 0) onMedia(sent);
    setState('idle');
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send([...event.dataTransfer.files]);
  };
  return (
    <label onDragOver={(event) => { event.preventDefault(); setState('over'); }} onDragLeave={() => setState('idle')} onDrop={drop} className={cx('relative grid aspect-square cursor-pointer place-items-center rounded-lg border border-dashed border-edge p-2 text-center text-[13px] text-ink-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-text', state === 'over' && 'border-accent bg-accent-soft')}>
      <span className="flex flex-col items-center gap-1.5"><ImagePlus aria-hidden className="size-5 text-ink-3" />{state === 'sending' ? 'Sending…' : 'Add pictures'}</span>
      <input type="file" accept="image/*" multiple className="absolute inset-0 size-full cursor-pointer opacity-0" onChange={(event) => { void send([...(event.target.files ?? [])]); event.target.value = ''; }} />
      <span role="status" className="sr-only">{state === 'sending' ? 'Sending pictures' : ''}</span>
    </label>
  );
}

function Description({ media, onSave }: { media: Media; onSave(alt: string): void }) {
  const [alt, setAlt] = useState(media.alt);
  return (
    <form onSubmit={(event) => { event.preventDefault(); onSave(alt); }} className="flex flex-col gap-4">
      <img src={media.url} alt="" className="max-h-64 w-full rounded-lg bg-sunken object-contain" />
      <Field label="Description"><Input value={alt} onChange={(event) => setAlt(event.target.value)} maxLength={512} autoFocus /></Field>
      <Button type="submit" kind="primary" className="self-end">Save description</Button>
    </form>
  );
}
