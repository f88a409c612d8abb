import { Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '#ui/button.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Select, type Option } from '#ui/select.tsx';
import type { Section } from '../theme.ts';
import { PictureField } from './picture-field.tsx';
import { KINDS } from './section-kinds.ts';

interface Props {
  section: Section;
  collections: readonly Option[];
  workspaceId: string;
  onChange(changes: Partial<Section>): void;
}

/** What can be written of one section. What is left empty the shop words itself. */
export function SectionFields({ section, collections, workspaceId, onChange }: Props) {
  const has = (field: (typeof KINDS)[Section['kind']]['fields'][number]) => KINDS[section.kind].fields.includes(field);
  const text = (changes: Partial<Section>) => onChange(Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value === '' ? undefined : value])));
  return (
    <div className="flex flex-col gap-4 border-t border-line p-3">
      <p className="text-[13px] text-ink-3">{KINDS[section.kind].about}.</p>
      {has('collection') && <Field label="Which collection"><Select value={section.collection ?? ''} onChange={(event) => text({ collection: event.target.value })} options={[{ value: '', label: collections.length ? 'Choose one' : 'There is no collection yet' }, ...collections]} /></Field>}
      {has('title') && <Field label="Heading" optional><Input value={section.title ?? ''} maxLength={120} onChange={(event) => text({ title: event.target.value })} /></Field>}
      {has('text') && <Field label="Text" optional><Textarea rows={3} value={section.text ?? ''} maxLength={1_200} onChange={(event) => text({ text: event.target.value })} /></Field>}
      {has('picture') && <PictureField label="Picture" value={section.imageUrl ?? ''} workspaceId={workspaceId} onChange={(imageUrl) => text({ imageUrl })} />}
      {has('picture') && section.imageUrl && <Field label="What the picture shows" optional description="Read to people who do not see it."><Input value={section.imageAlt ?? ''} maxLength={200} onChange={(event) => text({ imageAlt: event.target.value })} /></Field>}
      {has('side') && section.imageUrl && <Field label="Where the picture stands"><Select value={section.side ?? 'right'} onChange={(event) => text({ side: event.target.value as Section['side'] })} options={[{ value: 'right', label: 'On the right' }, { value: 'left', label: 'On the left' }]} /></Field>}
      {has('button') && <FieldRow><Field label="Button" optional><Input value={section.button ?? ''} maxLength={40} onChange={(event) => text({ button: event.target.value })} /></Field><Field label="Leads to" optional><Input value={section.link ?? ''} maxLength={500} placeholder="/products" onChange={(event) => text({ link: event.target.value })} /></Field></FieldRow>}
      {has('promises') && <Promises promises={section.promises ?? []} onChange={(promises) => onChange({ promises })} />}
    </div>
  );
}

type Promised = NonNullable<Section['promises']>;

function Promises({ promises, onChange }: { promises: Promised; onChange(promises: Promised): void }) {
  const put = (at: number, changes: Partial<Promised[number]>) => onChange(promises.map((each, i) => (i === at ? { ...each, ...changes } : each)));
  return (
    <>
      {promises.map((each, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a promise has nothing but its place
        <div key={i} role="group" aria-label={`Promise ${i + 1}`} className="flex items-end gap-2">
          <div className="flex flex-1 flex-col gap-2">
            <Field label="Promise"><Input value={each.title} maxLength={60} onChange={(event) => put(i, { title: event.target.value })} /></Field>
            <Field label="In a few more words" optional><Input value={each.text} maxLength={160} onChange={(event) => put(i, { text: event.target.value })} /></Field>
          </div>
          <IconButton label={`Remove the promise ${each.title}`} size="small" onClick={() => onChange(promises.filter((_, at) => at !== i))}><Trash2 aria-hidden className="size-4" /></IconButton>
        </div>
      ))}
      <Button size="small" className="self-start" icon={<Plus aria-hidden />} disabled={promises.length >= 4} onClick={() => onChange([...promises, { title: 'Free returns', text: '' }])}>Add a promise</Button>
    </>
  );
}
