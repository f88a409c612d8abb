import type { MouseEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { lineKey, titleOf, type MediaDraft, type ProductDraft } from './product-draft.ts';

interface Props {
  media: MediaDraft | undefined;
  draft: ProductDraft;
  onClose(): void;
  onChange(media: MediaDraft): void;
}

/** What a picture shows, for whom, and what must stay in view when it is cut. */
export function PictureDialog({ media, draft, onClose, onChange }: Props) {
  return (
    <Dialog size="large" title={media?.kind === 'video' ? 'Describe the video' : media?.kind === 'model' ? 'Describe the 3D model' : 'Describe the picture'} about="For people who cannot see it, and for search engines." open={media !== undefined} onOpenChange={(open) => !open && onClose()}>
      {media && (
        <form onSubmit={(event) => { event.preventDefault(); onClose(); }} className="flex flex-col gap-4">
          {media.kind === 'picture' && <Focal media={media} onChange={(focal) => onChange({ ...media, focal })} />}
          {(media.kind === 'video' || media.kind === 'model') && <Poster media={media} draft={draft} onChange={(posterUrl) => onChange({ ...media, posterUrl })} />}
          <Field label="Description" description="What is to be seen, in one short sentence."><Input value={media.alt} onChange={(event) => onChange({ ...media, alt: event.target.value })} maxLength={512} autoFocus placeholder="A blue mug on a wooden table" /></Field>
          {media.kind === 'picture' && draft.variants.length > 1 && (
            <Field label="Shows the variant" optional>
              <Select value={media.line ?? ''} onChange={(event) => onChange({ ...media, line: event.target.value || null })} options={[{ value: '', label: 'The whole product' }, ...draft.variants.map((line) => ({ value: lineKey(line), label: titleOf(line, draft.options) }))]} />
            </Field>
          )}
          <DialogActions><Button type="submit" kind="primary">Done</Button></DialogActions>
        </form>
      )}
    </Dialog>
  );
}

function Poster({ media, draft, onChange }: { media: MediaDraft; draft: ProductDraft; onChange(url: string | null): void }) {
  const pictures = draft.media.filter((each) => each.kind === 'picture');
  const options = [{ value: '', label: 'Nothing' }, ...pictures.map((each, i) => ({ value: each.url, label: each.alt || `Picture ${i + 1}` }))];
  return (
    <Field label="Shown until it is started" optional description="One of the pictures of this product.">
      <Select value={media.posterUrl ?? ''} onChange={(event) => onChange(event.target.value || null)} options={options} />
    </Field>
  );
}

function Focal({ media, onChange }: { media: MediaDraft; onChange(focal: { x: number; y: number }): void }) {
  const { x, y } = media.focal;
  const point = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const percent = (at: number, from: number, size: number) => Math.max(0, Math.min(100, Math.round(((at - from) / size) * 100)));
    onChange({ x: percent(event.clientX, box.left, box.width), y: percent(event.clientY, box.top, box.height) });
  };
  const position = { objectPosition: `${x}% ${y}%` };
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_160px]">
      <div>
        <div className="grid place-items-center rounded-lg bg-sunken">
          {/* Pointing is the quick way; the two sliders below do the same by keyboard. */}
          <div role="presentation" onClick={point} className="relative cursor-crosshair">
            <img src={media.url} alt="" className="block max-h-72 rounded-lg object-contain" />
            <span aria-hidden style={{ left: `${x}%`, top: `${y}%` }} className="pointer-events-none absolute size-6 -translate-1/2 rounded-full border-2 border-white bg-accent/50 shadow-pop" />
          </div>
        </div>
        <p className="mt-2 text-[13px] text-ink-3">Press the spot that must stay in view when the picture is cut to another shape.</p>
      </div>
      <div className="flex gap-3 sm:flex-col">
        <img src={media.url} alt="" style={position} className="aspect-square w-24 rounded-lg border border-line object-cover sm:w-full" />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <Slider label="Across" value={x} onChange={(next) => onChange({ x: next, y })} />
          <Slider label="Down" value={y} onChange={(next) => onChange({ x, y: next })} />
        </div>
      </div>
    </div>
  );
}

function Slider({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  return (
    <label className="flex items-center gap-2 text-[13px] text-ink-2">
      <span className="w-12 shrink-0">{label}</span>
      <input type="range" min={0} max={100} value={value} onChange={(event) => onChange(Number(event.target.value))} aria-valuetext={`${value} percent`} className="min-w-0 flex-1 accent-accent" />
    </label>
  );
}
