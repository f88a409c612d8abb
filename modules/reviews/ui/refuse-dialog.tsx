import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';

interface Props {
  title: string;
  operation: string;
  id: string;
  about: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Why something is not published; colleagues and the author read it. */
export function RefuseDialog({ title, operation, id, about, open, onOpenChange }: Props) {
  return (
    <Dialog title={title} about={about} open={open} onOpenChange={onOpenChange}>
      <OperationForm operation={operation} input={{ id }} submit="Refuse" kind="danger" done="Refused" onDone={() => onOpenChange(false)} cancel={<Button onClick={() => onOpenChange(false)}>Cancel</Button>}>
        <Field label="Reason" name="reason" required><Textarea name="reason" maxLength={500} autoFocus /></Field>
      </OperationForm>
    </Dialog>
  );
}
