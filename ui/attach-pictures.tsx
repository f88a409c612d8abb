import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './button.tsx';
import { shrinkPicture, type SentPicture } from './shrink-picture.ts';
import { toast } from './toast.tsx';

const MOST = 4;

interface Pictures {
  chosen: readonly SentPicture[];
  /** They are still being read. */
  pending: boolean;
  add(files: readonly File[]): Promise<void>;
  leaveOut(picture: SentPicture): void;
  clear(): void;
}

/** Pictures that go along with what somebody writes. */
export function usePictures(): Pictures {
  const [chosen, setChosen] = useState<readonly SentPicture[]>([]);
  const [pending, setPending] = useState(false);
  const add = async (files: readonly File[]) => {
    const room = MOST - chosen.length;
    if (files.length > room) toast.refused(`At most ${MOST} pictures go along with a message.`);
    setPending(true);
    for (const file of files.slice(0, room)) await shrinkPicture(file).then((picture) => setChosen((before) => [...before, picture]), (error: Error) => void toast.refused(error.message));
    setPending(false);
  };
  return { chosen, pending, add, leaveOut: (picture) => setChosen(chosen.filter((each) => each !== picture)), clear: () => setChosen([]) };
}

/** The button that adds them, and those that are chosen. */
export function AttachPictures({ pictures }: { pictures: Pictures }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <label className="inline-flex h-8 cursor-pointer items-center gap-1.5 rounded-control px-2 text-[13px] text-ink-2 focus-within:outline-2 focus-within:outline-accent-text hover:bg-hover">
        <ImagePlus aria-hidden className="size-4" />{pictures.pending ? 'Reading…' : 'Add pictures'}
        <input type="file" multiple accept="image/jpeg,image/png,image/webp,image/gif,image/avif" className="sr-only" onChange={(event) => { void pictures.add([...(event.target.files ?? [])]); event.target.value = ''; }} />
      </label>
      {pictures.chosen.length > 0 && (
        <ul aria-label="Pictures that go along" className="flex min-w-0 flex-wrap gap-2">
          {pictures.chosen.map((picture) => <li key={picture.data} className="inline-flex max-w-48 items-center gap-1 rounded-md border border-line pl-2 text-[13px]"><span className="truncate">{picture.name}</span><IconButton size="small" label={`Leave out ${picture.name}`} onClick={() => pictures.leaveOut(picture)}><X aria-hidden className="size-3.5" /></IconButton></li>)}
        </ul>
      )}
    </div>
  );
}

/** Pictures of a message, each opening in full. */
export function MessagePictures({ pictures }: { pictures: readonly { id: string; url: string; width: number; height: number }[] }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map(({ id, url, width, height }, i) => <li key={id}><a href={url} target="_blank" rel="noreferrer"><img src={url} alt={`Sent along, ${i + 1} of ${pictures.length}`} width={width} height={height} loading="lazy" className="h-28 w-auto max-w-full rounded-lg border border-line object-cover" /></a></li>)}
    </ul>
  );
}
