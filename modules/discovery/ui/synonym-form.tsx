import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';

export interface SynonymRow {
  id: string;
  kind: 'both' | 'one';
  word: string;
  others: string;
}

const kinds = [
  { value: 'both', label: 'Both ways: each word finds the others' },
  { value: 'one', label: 'One way: the first word finds the others' },
];

interface Props {
  synonym?: SynonymRow | undefined;
  /** Typed already, by shoppers who found nothing. */
  word?: string | undefined;
  onDone(): void;
}

/** Adds a synonym or changes one. */
export function SynonymForm({ synonym, word, onDone }: Props) {
  const remove = useOperation('search.remove-synonym', { done: 'Synonym removed', onDone });
  const typed = synonym?.word ?? word;
  return (
    <OperationForm operation={synonym ? 'search.update-synonym' : 'search.add-synonym'} input={synonym ? { id: synonym.id } : {}} submit={synonym ? 'Save' : 'Add'} done={synonym ? 'Synonym saved' : 'Synonym added'} onDone={onDone}
      cancel={<>{synonym && <Button kind="danger" className="mr-auto" pending={remove.pending} onClick={() => void remove.run({ id: synonym.id })}>Remove</Button>}<Button onClick={onDone}>Cancel</Button></>}>
      <Field label="What shoppers type" name="word" required><Input name="word" defaultValue={typed} maxLength={80} autoFocus={!typed} /></Field>
      <Field label="Finds also" name="others" required description="Words of your products, separated by commas. Singular and plural are the same."><Textarea name="others" defaultValue={synonym?.others} rows={2} maxLength={2000} placeholder="sofa, settee" autoFocus={Boolean(typed)} /></Field>
      <Field label="Works" name="kind"><Select name="kind" options={kinds} defaultValue={synonym?.kind ?? (word ? 'one' : 'both')} /></Field>
    </OperationForm>
  );
}
