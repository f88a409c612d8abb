import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { toast } from '#ui/toast.tsx';
import { uploadFile } from '#ui/upload.ts';

interface Props {
  label: string;
  about?: string;
  /** Its address; empty for none. */
  value: string;
  workspaceId: string;
  onChange(url: string): void;
}

export function PictureField({ label, about, value, workspaceId, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setPending(true);
    await uploadFile(file, workspaceId).then(({ url }) => onChange(url), (error: Error) => toast.refused(error.message));
    setPending(false);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-[13px] leading-5 font-medium">{label}</p>
      <div className="flex items-center gap-3">
        <span className="grid h-12 w-20 shrink-0 place-items-center overflow-hidden rounded-control border border-line bg-sunken">{value ? <img src={value} alt={label} className="max-h-full max-w-full object-contain" /> : <ImagePlus aria-hidden className="size-5 text-ink-3" />}</span>
        <input ref={input} type="file" accept="image/*" aria-label={`Choose a picture: ${label}`} onChange={(event) => void take(event)} className="sr-only" tabIndex={-1} />
        <Button size="small" pending={pending} aria-label={`${value ? 'Replace' : 'Upload'}: ${label}`} onClick={() => input.current?.click()}>{value ? 'Replace' : 'Upload'}</Button>
        {value && <IconButton label={`Remove the picture: ${label}`} size="small" onClick={() => onChange('')}><Trash2 aria-hidden className="size-4" /></IconButton>}
      </div>
      {about && <p className="text-[13px] leading-5 text-ink-3">{about}</p>}
    </div>
  );
}
