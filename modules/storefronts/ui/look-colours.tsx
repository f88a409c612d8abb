import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import type { Theme } from '../theme.ts';
import type { Look } from './use-look.ts';

const HEX = /^#[0-9a-fA-F]{6}$/;
type Named = 'accent' | 'background' | 'text';
const COLOURS: { name: Named; label: string; usual: string; about: string }[] = [
  { name: 'accent', label: 'Accent', usual: '#2f4a3f', about: 'Buttons and what is chosen.' },
  { name: 'background', label: 'Background', usual: '#fbfaf7', about: 'Left empty, the shop is light by day and dark by night.' },
  { name: 'text', label: 'Text', usual: '#1e1b17', about: '' },
];

const schemes = [{ value: '', label: 'As the visitor’s device has it' }, { value: 'light', label: 'Always light' }, { value: 'dark', label: 'Always dark' }];

interface Props {
  theme: Theme;
  suggestions: Look['suggestions'];
  onChange(changes: Partial<Theme>): void;
}

export function LookColours({ theme, suggestions, onChange }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {COLOURS.map(({ name, label, usual, about }) => (
        <div key={name} className="flex flex-col gap-2">
          <Field label={label} name={`theme.${name}`} optional {...(about && { description: about })}>
            <span className="flex gap-2">
              <input type="color" aria-label={`Choose the colour: ${label}`} value={HEX.test(theme[name] ?? '') ? theme[name] : usual} onChange={(event) => onChange({ [name]: event.target.value })} className="control size-10 shrink-0 cursor-pointer p-1 sm:size-9" />
              <Input value={theme[name] ?? ''} placeholder="As it comes" maxLength={7} onChange={(event) => onChange({ [name]: event.target.value })} className="font-mono" />
            </span>
          </Field>
          {suggestions[name] && <Suggestion label={label} colour={suggestions[name]} onTake={() => onChange({ [name]: suggestions[name]! })} />}
        </div>
      ))}
      {!theme.background && <Field label="Light or dark"><Select value={theme.scheme ?? ''} onChange={(event) => onChange({ scheme: (event.target.value || undefined) as Theme['scheme'] })} options={schemes} /></Field>}
    </div>
  );
}

function Suggestion({ label, colour, onTake }: { label: string; colour: string; onTake(): void }) {
  return (
    <Button size="small" className="self-start" onClick={onTake}>
      <svg aria-hidden viewBox="0 0 16 16" className="size-4 rounded border border-line"><rect width="16" height="16" fill={colour} /></svg>
      Use {colour} for the {label.toLowerCase()}
    </Button>
  );
}
