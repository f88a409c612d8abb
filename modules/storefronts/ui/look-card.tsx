import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';

export interface Theme {
  accent?: string;
  background?: string;
  text?: string;
  logoUrl?: string;
  font?: 'sans' | 'serif' | 'rounded';
  headline?: string;
  intro?: string;
}

const fonts = [
  { value: '', label: 'As it is' },
  { value: 'sans', label: 'Plain' },
  { value: 'serif', label: 'Serif' },
  { value: 'rounded', label: 'Rounded' },
];

interface Props {
  theme: Theme;
  disabled: boolean;
  onChange(theme: Theme): void;
}

/** How the shop page looks and greets. What is left empty stays as the shop comes. */
export function LookCard({ theme, disabled, onChange }: Props) {
  const set = (key: keyof Theme, value: string) => {
    const { [key]: _, ...rest } = theme;
    onChange(value ? ({ ...rest, [key]: value } as Theme) : rest);
  };
  return (
    <Card title="Look" about="Of the shop page at this storefront's address.">
      <fieldset disabled={disabled} className="flex flex-col gap-4">
        <legend className="sr-only">Look</legend>
        <FieldRow columns={3}>
          <Colour label="Accent" value={theme.accent} usual="#3b4fd0" onChange={(value) => set('accent', value)} />
          <Colour label="Background" value={theme.background} usual="#ffffff" onChange={(value) => set('background', value)} />
          <Colour label="Text" value={theme.text} usual="#1b1b1f" onChange={(value) => set('text', value)} />
        </FieldRow>
        <FieldRow>
          <Field label="Letters" name="theme.font"><Select value={theme.font ?? ''} onChange={(event) => set('font', event.target.value)} options={fonts} /></Field>
          <Field label="Address of the logo" name="theme.logoUrl" optional><Input type="url" value={theme.logoUrl ?? ''} placeholder="https://…" onChange={(event) => set('logoUrl', event.target.value)} /></Field>
        </FieldRow>
        <Field label="Headline" name="theme.headline" optional><Input value={theme.headline ?? ''} maxLength={120} onChange={(event) => set('headline', event.target.value)} /></Field>
        <Field label="Introduction" name="theme.intro" optional><Textarea rows={3} value={theme.intro ?? ''} maxLength={600} onChange={(event) => set('intro', event.target.value)} /></Field>
      </fieldset>
    </Card>
  );
}

function Colour({ label, value, usual, onChange }: { label: string; value: string | undefined; usual: string; onChange(value: string): void }) {
  return (
    <Field label={label} name={`theme.${label.toLowerCase()}`}>
      <span className="flex gap-2">
        <input type="color" aria-label={`Choose the colour: ${label}`} value={value ?? usual} onChange={(event) => onChange(event.target.value)} className="control size-9 shrink-0 cursor-pointer p-1" />
        <Input value={value ?? ''} placeholder="As it is" maxLength={7} onChange={(event) => onChange(event.target.value)} className="font-mono" />
      </span>
    </Field>
  );
}
