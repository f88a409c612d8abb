import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Subscription } from './subscription-shape.ts';

export type Doing = 'pause' | 'change' | 'cancel' | null;

interface ActionsProps {
  subscription: Subscription;
  onDo(doing: Doing): void;
}

export function Actions({ subscription: { id, status, may, retryAt }, onDo }: ActionsProps) {
  const resume = useOperation('subscriptions.resume', { done: 'It goes on' });
  const skip = useOperation('subscriptions.skip', { done: 'The next delivery is skipped' });
  const retry = useOperation('subscriptions.retry', { done: 'Tried again' });
  return (
    <>
      {may.skip && <Button pending={skip.pending} onClick={() => void skip.run({ id })}>Skip next</Button>}
      {may.pause && <Button onClick={() => onDo('pause')}>Pause</Button>}
      {may.resume && <Button pending={resume.pending} onClick={() => void resume.run({ id })}>{status === 'paused' ? 'Resume' : 'Keep it after all'}</Button>}
      {status === 'past_due' && retryAt && <Button kind="primary" pending={retry.pending} onClick={() => void retry.run({ id })}>Try again now</Button>}
      {may.change && <Button onClick={() => onDo('change')}>Change</Button>}
      {may.cancel && <Button onClick={() => onDo('cancel')}>End</Button>}
    </>
  );
}

interface DialogsProps {
  subscription: Subscription;
  plans: readonly { id: string; name: string }[];
  doing: Doing;
  onClose(): void;
}

export function SubscriptionDialogs({ subscription, plans, doing, onClose }: DialogsProps) {
  const cancel = <Button onClick={onClose}>Cancel</Button>;
  const input = { id: subscription.id };
  const shapePause = ({ until, ...rest }: Record<string, unknown>) => ({ ...rest, until: until ? `${String(until)}T00:00:00Z` : null });
  const shapeChange = ({ planId, ...rest }: Record<string, unknown>) => ({ ...rest, ...(planId !== subscription.planId && { planId }) });
  const choices = [...plans.filter(({ id }) => id !== subscription.planId), { id: subscription.planId, name: subscription.planName }];
  return (
    <>
      <Dialog title="Pause" about="Nothing is delivered or charged meanwhile." open={doing === 'pause'} onOpenChange={onClose}>
        {doing === 'pause' && <OperationForm operation="subscriptions.pause" input={input} shape={shapePause} submit="Pause" done="Paused" onDone={onClose} cancel={cancel}><Field label="Until" name="until" optional description="It resumes by itself then."><Input name="until" type="date" /></Field></OperationForm>}
      </Dialog>
      <Dialog title="Change" open={doing === 'change'} onOpenChange={onClose}>
        {doing === 'change' && (
          <OperationForm operation="subscriptions.change" input={input} shape={shapeChange} submit="Change" done="Changed" onDone={onClose} cancel={cancel}>
            <Field label="Pieces" name="quantity" required><NumberInput name="quantity" type="number" min={1} max={999} defaultValue={subscription.quantity} /></Field>
            {subscription.lasts !== null && <Field label={`One lasts so many ${subscription.unit}s`} name="lasts"><NumberInput name="lasts" type="number" min={1} max={365} defaultValue={subscription.lasts} /></Field>}
            <Field label="Plan" name="planId" description="A plan that sells the same product; its price is today’s."><Select name="planId" defaultValue={subscription.planId} options={choices.map(({ id, name }) => ({ value: id, label: name }))} /></Field>
            <Field label="When" name="when"><Select name="when" defaultValue="next" options={[{ value: 'next', label: 'From the next renewal on' }, { value: 'now', label: 'At once, less what is unused of this period' }]} /></Field>
          </OperationForm>
        )}
      </Dialog>
      <Dialog title="End the subscription" open={doing === 'cancel'} onOpenChange={onClose}>
        {doing === 'cancel' && (
          <OperationForm operation="subscriptions.cancel" input={input} kind="danger" submit="End it" done="Ended" onDone={onClose} cancel={cancel}>
            <Field label="When" name="when"><Select name="when" defaultValue="period-end" options={[{ value: 'period-end', label: 'With this period' }, { value: 'now', label: 'Now' }]} /></Field>
            <Field label="Why" name="reason" optional description="The customer reads it in the mail."><Input name="reason" maxLength={500} /></Field>
          </OperationForm>
        )}
      </Dialog>
    </>
  );
}
