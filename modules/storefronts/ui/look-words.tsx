import { Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '#ui/button.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import type { Theme } from '../theme.ts';
import { PictureField } from './picture-field.tsx';

interface Props {
  theme: Theme;
  onChange(changes: Partial<Theme>): void;
}

const fonts = [
  ['', 'As it comes'], ['sans', 'Plain'], ['grotesque', 'Grotesque'], ['geometric', 'Geometric'], ['humanist', 'Humanist'], ['rounded', 'Rounded'], ['serif', 'Serif'], ['old-style', 'Old style'], ['slab', 'Slab'], ['typewriter', 'Typewriter'],
].map(([value, label]) => ({ value: value!, label: label! }));
const radii = [{ value: 'none', label: 'Square' }, { value: 'small', label: 'Slightly rounded' }, { value: '', label: 'Rounded' }, { value: 'large', label: 'Very round' }];

/** Letters every device has, so no page waits for a font. */
export function LookShape({ theme, onChange }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <FieldRow>
        <Field label="Text"><Select value={theme.font ?? ''} onChange={(event) => onChange({ font: event.target.value as Theme['font'] })} options={fonts} /></Field>
        <Field label="Headings"><Select value={theme.headingFont ?? ''} onChange={(event) => onChange({ headingFont: event.target.value as Theme['headingFont'] })} options={fonts} /></Field>
      </FieldRow>
      <Field label="Corners"><Select value={theme.radius === 'medium' ? '' : (theme.radius ?? '')} onChange={(event) => onChange({ radius: event.target.value as Theme['radius'] })} options={radii} /></Field>
    </div>
  );
}

export function LookWords({ theme, workspaceId, onChange }: Props & { workspaceId: string }) {
  return (
    <div className="flex flex-col gap-4">
      <PictureField label="Logo" about="Takes the place of the name at the top." value={theme.logoUrl ?? ''} workspaceId={workspaceId} onChange={(logoUrl) => onChange({ logoUrl })} />
      <PictureField label="Icon" about="Square; of the shop on a phone’s home screen." value={theme.iconUrl ?? ''} workspaceId={workspaceId} onChange={(iconUrl) => onChange({ iconUrl })} />
      <Field label="Headline" name="theme.headline" optional><Input value={theme.headline ?? ''} maxLength={120} onChange={(event) => onChange({ headline: event.target.value })} /></Field>
      <Field label="Introduction" name="theme.intro" optional><Textarea rows={3} value={theme.intro ?? ''} maxLength={600} onChange={(event) => onChange({ intro: event.target.value })} /></Field>
      <Field label="Announcement" name="theme.announcement" optional description="One line above everything, on every page."><Input value={theme.announcement ?? ''} maxLength={160} onChange={(event) => onChange({ announcement: event.target.value })} /></Field>
    </div>
  );
}

export function LookFooter({ theme, onChange }: Props) {
  const links = theme.footerLinks ?? [];
  const put = (at: number, changes: Partial<(typeof links)[number]>) => onChange({ footerLinks: links.map((each, i) => (i === at ? { ...each, ...changes } : each)) });
  return (
    <div className="flex flex-col gap-4">
      <Field label="Line below the name" optional><Input value={theme.footerNote ?? ''} maxLength={300} onChange={(event) => onChange({ footerNote: event.target.value })} /></Field>
      {links.map((each, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a link has nothing but its place
        <div key={i} role="group" aria-label={`Link ${i + 1}`} className="flex items-end gap-2">
          <Field label="Link" name={`theme.footerLinks.${i}.label`} className="flex-1"><Input value={each.label} maxLength={60} onChange={(event) => put(i, { label: event.target.value })} /></Field>
          <Field label="Leads to" name={`theme.footerLinks.${i}.link`} className="flex-1"><Input value={each.link} maxLength={500} placeholder="/products" onChange={(event) => put(i, { link: event.target.value })} /></Field>
          <IconButton label={`Remove the link ${each.label}`} onClick={() => onChange({ footerLinks: links.filter((_, at) => at !== i) })}><Trash2 aria-hidden className="size-4" /></IconButton>
        </div>
      ))}
      <Button size="small" className="self-start" icon={<Plus aria-hidden />} disabled={links.length >= 12} onClick={() => onChange({ footerLinks: [...links, { label: 'Everything', link: '/products' }] })}>Add a link</Button>
    </div>
  );
}
