import type { JSX } from 'preact';
import type { Field } from '../checkout-form.ts';

interface Props {
  field: Field;
  value: string | undefined;
  error: string | undefined;
}

/** A labelled text field whose error stands beside it and is read with it. Of several wrong fields the browser goes to the first. */
export function TextField({ field, value, error }: Props): JSX.Element {
  const { name, says, type = 'text', autocomplete, required, width } = field;
  return (
    <div class={width ? `field ${width}` : 'field'}>
      <label for={name}>{says}{!required && <span class="quiet"> (optional)</span>}</label>
      <input
        id={name} name={name} type={type} list={undefined} value={value} autocomplete={autocomplete} required={required !== undefined} maxLength={200}
        autofocus={error ? true : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? `${name}-error` : undefined}
      />
      <ErrorSentence name={name} error={error} />
    </div>
  );
}

export function ErrorSentence({ name, error }: { name: string; error: string | undefined }): JSX.Element | null {
  return error ? <p class="bad" id={`${name}-error`}>{error}</p> : null;
}
