import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { instantAt } from '#ui/zoned-time.ts';

export interface Issued {
  id: string;
  code: string;
  email: string;
}

/** A gift card by hand: a present, a prize, one sold at the counter. */
export function IssueForm({ onClose, onIssued }: { onClose(): void; onIssued(card: Issued): void }) {
  const { currency, timeZone } = useLocale();
  const shape = ({ expires, ...rest }: Record<string, unknown>) => ({ ...rest, currency, expiresAt: expires ? instantAt(`${String(expires)}T23:59`, timeZone) : null });
  return (
    <OperationForm<Issued> operation="gift-cards.issue" submit="Issue" shape={shape} onDone={onIssued} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="Value" name="amount" required><MoneyInput name="amount" as="amount" currency={currency} autoFocus /></Field>
      <Field label="Email" name="email" optional description="The code is written there. Left empty, only you see it, once."><Input name="email" type="email" /></Field>
      <Field label="Last day" name="expires" optional><Input name="expires" type="date" /></Field>
      <Field label="Note for colleagues" name="note" optional><Input name="note" maxLength={500} /></Field>
    </OperationForm>
  );
}
