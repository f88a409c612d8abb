import { Box, Ellipsis, Film, ImagePlus, RotateCw, TriangleAlert, X } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { useUploads, type Upload, type Uploads } from '#ui/use-uploads.ts';
import { PictureDialog } from './picture-dialog.tsx';
import type { MediaDraft, MediaKind } from './product-draft.ts';
import type { ProductEditing } from './use-product-draft.ts';

const ACCEPTED = 'image/*,video/mp4,video/webm,.glb';

// Browsers know no type for 3D models.
function kindOf(file: File): MediaKind {
  if (/\.glb$/i.test(file.name)) return 'model';
  return file.type.startsWith('video/') ? 'video' : 'picture';
}

function isMedia(file: File): boolean {
  return file.type.startsWith('image/') || kindOf(file) !== 'picture';
}

/** Pictures, videos, 3D models: dropped or chosen, put in order, described. */
export function MediaCard({ draft }: { draft: ProductEditing }) {
  const { media } = draft.value;
  const [open, setOpen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const set = (next: MediaDraft[]) => draft.set('media', next);
  const uploads = useUploads((file, of) => draft.add('media', { id: file.id, stored: false, kind: kindOf(of), url: file.url, posterUrl: null, fileId: file.id, alt: '', width: file.width, height: file.height, focal: { x: 50, y: 50 }, line: null }));
  const move = (id: string, to: number) => set(moved(media, media.findIndex((each) => each.id === id), to));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) uploads.add([...event.dataTransfer.files].filter(isMedia));
  };
  const shown = media.find((each) => each.id === open);
  const undescribed = media.filter((each) => !each.alt && each.kind !== 'spin').length;
  const cover = media.find((each) => each.kind === 'picture')?.id;
  const turns = media.filter((each) => each.kind === 'spin').length;
  return (
    <Card title="Pictures, videos, 3D" about={[undescribed > 0 && `${undescribed === 1 ? 'One has' : `${undescribed} have`} no description yet. People who cannot see it, and search engines, have nothing to go by.`, turns === 1 && 'A 360-degree view needs more than one picture.', turns > 1 && `The ${turns} pictures marked 360° are one view that shoppers turn round, in this order.`].filter(Boolean).join(' ') || undefined}>
      <ul onDragOver={(event) => { event.preventDefault(); setOver(event.dataTransfer.types.includes('Files')); }} onDragLeave={() => setOver(false)} onDrop={drop} className={cx('grid grid-cols-2 gap-3 rounded-lg sm:grid-cols-4 lg:grid-cols-5', over && 'outline-2 outline-offset-4 outline-accent-text')}>
        {media.map((each, i) => (
          <Picture key={each.id} media={each} place={i} count={media.length} cover={each.id === cover} held={dragged === each.id} onOpen={() => setOpen(each.id)} onMove={(to) => move(each.id, to)} onRemove={() => set(media.filter((other) => other.id !== each.id))} onKind={(kind) => set(media.map((other) => (other.id === each.id ? { ...other, kind } : other)))} onHold={() => setDragged(each.id)} onRelease={() => setDragged(null)} onHover={() => { if (dragged && dragged !== each.id) move(dragged, i); }} />
        ))}
        {uploads.list.map((upload) => <Sending key={upload.id} upload={upload} uploads={uploads} />)}
        <li><Chooser uploads={uploads} /></li>
      </ul>
      <PictureDialog media={shown} draft={draft.value} onClose={() => setOpen(null)} onChange={(next) => set(media.map((each) => (each.id === next.id ? next : each)))} />
    </Card>
  );
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}

interface PictureProps {
  media: MediaDraft;
  place: number;
  count: number;
  held: boolean;
  cover: boolean;
  onKind(kind: MediaKind): void;
  onOpen(): void;
  onMove(to: number): void;
  onRemove(): void;
  onHold(): void;
  onRelease(): void;
  onHover(): void;
}

function Picture({ media, place, count, held, cover, onKind, onOpen, onMove, onRemove, onHold, onRelease, onHover }: PictureProps) {
  const name = media.alt || `${WORDS[media.kind]} ${place + 1}`;
  return (
    <li draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onHold(); }} onDragEnd={onRelease} onDragEnter={onHover} className={cx('relative aspect-square overflow-hidden rounded-lg border border-line bg-sunken', held && 'opacity-40')}>
      <button type="button" onClick={onOpen} aria-label={`Describe ${name}`} className="block size-full cursor-pointer focus-visible:-outline-offset-2"><Face media={media} /></button>
      {media.kind === 'spin' && <span className="pointer-events-none absolute top-1.5 left-1.5 rounded bg-ink px-1.5 py-0.5 text-[11px] font-medium text-canvas">360°</span>}
      {cover && <span className="pointer-events-none absolute top-1.5 left-1.5 rounded bg-ink px-1.5 py-0.5 text-[11px] font-medium text-canvas">Cover</span>}
      {!media.alt && media.kind !== 'spin' && <span className="pointer-events-none absolute inset-x-1.5 bottom-1.5 flex items-center justify-center gap-1 rounded bg-warn-soft px-1.5 py-0.5 text-[11px] font-medium text-warn"><TriangleAlert aria-hidden className="size-3" />No description</span>}
      <span className="absolute top-1 right-1 rounded-control bg-raised/90">
        <Menu trigger={<IconButton size="small" label={`Arrange ${name}`}><Ellipsis aria-hidden className="size-4" /></IconButton>}>
          <MenuItem disabled={place === 0} onSelect={() => onMove(0)}>{media.kind === 'picture' ? 'Make it the cover' : 'Move to the front'}</MenuItem>
          <MenuItem disabled={place === 0} onSelect={() => onMove(place - 1)}>Move forward</MenuItem>
          <MenuItem disabled={place === count - 1} onSelect={() => onMove(place + 1)}>Move back</MenuItem>
          <MenuItem disabled={place === count - 1} onSelect={() => onMove(count - 1)}>Move to the end</MenuItem>
          <MenuLine />
          <MenuItem onSelect={onOpen}>{media.kind === 'picture' ? 'Describe and crop' : 'Describe'}</MenuItem>
          {media.kind === 'picture' && <MenuItem onSelect={() => onKind('spin')}>Part of the 360-degree view</MenuItem>}
          {media.kind === 'spin' && <MenuItem onSelect={() => onKind('picture')}>A picture of its own</MenuItem>}
          <MenuItem tone="bad" onSelect={onRemove}>Remove</MenuItem>
        </Menu>
      </span>
    </li>
  );
}

const WORDS: Record<MediaKind, string> = { picture: 'picture', video: 'video', model: '3D model', spin: '360-degree picture' };

function Face({ media }: { media: MediaDraft }) {
  const shown = media.kind === 'picture' || media.kind === 'spin' ? media.url : media.posterUrl;
  const Mark = media.kind === 'video' ? Film : Box;
  return (
    <>
      {shown && <img src={shown} alt={media.alt} loading="lazy" draggable={false} className="size-full object-cover" style={{ objectPosition: `${media.focal.x}% ${media.focal.y}%` }} />}
      {(media.kind === 'video' || media.kind === 'model') && <span className={cx('absolute inset-0 flex flex-col items-center justify-center gap-1 text-[13px] text-ink-2', shown && 'bg-raised/60 text-ink')}><Mark aria-hidden className="size-6" />{media.kind === 'video' ? 'Video' : '3D model'}</span>}
    </>
  );
}

function Sending({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { file, share, state, sentence } = upload;
  return (
    <li className="relative flex aspect-square flex-col justify-end gap-1.5 overflow-hidden rounded-lg border border-line bg-sunken p-2 text-[13px]">
      {state === 'failed' && <p role="alert" className="line-clamp-3 text-bad">{sentence}</p>}
      {state !== 'failed' && <p className="truncate text-ink-2">{file.name}</p>}
      {state === 'failed'
        ? <div className="flex justify-between"><IconButton size="small" label={`Send ${file.name} again`} onClick={() => uploads.retry(upload.id)}><RotateCw aria-hidden className="size-4" /></IconButton><IconButton size="small" label={`Leave ${file.name} out`} onClick={() => uploads.drop(upload.id)}><X aria-hidden className="size-4" /></IconButton></div>
        : <progress value={share} max={1} aria-label={`Sending ${file.name}`} className="h-1.5 w-full overflow-hidden rounded-full accent-accent" />}
    </li>
  );
}

function Chooser({ uploads }: { uploads: Uploads }) {
  const sending = uploads.list.filter((each) => each.state !== 'failed').length;
  return (
    <label className="relative grid aspect-square cursor-pointer place-items-center rounded-lg border border-dashed border-edge p-2 text-center text-[13px] text-ink-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-text">
      <span className="flex flex-col items-center gap-1.5"><ImagePlus aria-hidden className="size-5 text-ink-3" />Add pictures, videos, 3D<span className="text-ink-3 max-sm:hidden">or drop them here</span></span>
      <input type="file" accept={ACCEPTED} multiple aria-label="Add pictures, videos, 3D" className="absolute inset-0 size-full cursor-pointer opacity-0" onChange={(event) => { uploads.add([...(event.target.files ?? [])]); event.target.value = ''; }} />
      <span role="status" className="sr-only">{sending > 0 ? `Sending ${sending} files` : ''}</span>
    </label>
  );
}
