import { Button } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { useView } from '#ui/use-view.ts';
import { outcomeText, type Billing, type Outcome, type PayInterval } from './billing-shape.ts';

export type Doing = { what: 'choose'; tier: string; label: string; interval: PayInterval } | { what: 'card' } | { what: 'cancel' } | null;

interface Props {
  billing: Billing;
  doing: Doing;
  onClose(): void;
}

/** What is decided in front of the page: another plan, another card, the end. */
export function PlanDialogs({ billing, doing, onClose }: Props) {
  const cancel = <Button onClick={onClose}>Back</Button>;
  const until = <DateTime at={billing.periodEnd} as="date" />;
  return (
    <>
      <Dialog title={doing?.what === 'choose' ? doing.label : ''} open={doing?.what === 'choose'} onOpenChange={onClose}>
        {doing?.what === 'choose' && <Choose billing={billing} choice={doing} onClose={onClose} />}
      </Dialog>
      <Dialog title="Another card" about={billing.owed ? <>What is owed, <Money value={billing.owed} />, is charged to it at once.</> : 'It pays from the next charge on.'} open={doing?.what === 'card'} onOpenChange={onClose}>
        {doing?.what === 'card' && (
          <OperationForm<Outcome> operation="billing.change-card" shape={(payment) => ({ payment })} submit="Use this card" done={(answer) => outcomeText(answer, 'The card is kept')} onDone={onClose} cancel={cancel}><CardFields provider={billing.provider} /></OperationForm>
        )}
      </Dialog>
      <Dialog title="End the plan" about={billing.status === 'past_due' ? 'It ends at once, and what is owed is no longer asked for.' : <>Nothing is charged any more. You keep it until {until}; then the workspace is free again.</>} open={doing?.what === 'cancel'} onOpenChange={onClose}>
        {doing?.what === 'cancel' && (
          <OperationForm<Outcome> operation="billing.cancel" submit="End the plan" kind="danger" done="The plan ends" onDone={onClose} cancel={cancel}>
            <p className="text-ink-2">Nothing is deleted: what is above the limits of the free tier stays, and only more of it is refused.</p>
          </OperationForm>
        )}
      </Dialog>
    </>
  );
}

interface Quote {
  when: 'now' | 'trial' | 'later';
  begins: string;
  price: MoneyValue;
  /** Null = the seller reckons it. */
  due: MoneyValue | null;
  credit: MoneyValue;
}

function Choose({ billing, choice: { tier, interval }, onClose }: { billing: Billing; choice: { tier: string; interval: PayInterval }; onClose(): void }) {
  const { data: quote, sentence } = useView<Quote>(`/billing/quote?${new URLSearchParams({ tier, interval })}`);
  const cancel = <Button onClick={onClose}>Back</Button>;
  const done = (answer: Outcome) => outcomeText(answer, quote?.when === 'later' ? 'It changes when this period is over' : 'Your plan has changed');
  const ownPastDue = billing.status === 'past_due' && !billing.soldBy;
  if (billing.onPage && (!billing.plan || ownPastDue)) {
    return (
      <OperationForm<{ url: string }> operation="billing.open-page" input={{ tier, interval }} submit={`Go on to ${billing.provider}`} onDone={({ url }) => window.location.assign(url)} cancel={cancel}>
        <PriceThere quote={quote} sentence={sentence} interval={interval} seller={billing.provider} trialDays={billing.trialDays} />
      </OperationForm>
    );
  }
  if (billing.plan) {
    return <OperationForm<Outcome> operation="billing.change" input={{ tier, interval }} submit={quote?.when === 'later' ? 'Change then' : 'Change now'} done={done} onDone={onClose} cancel={cancel}><Price quote={quote} sentence={sentence} interval={interval} trialDays={0} /></OperationForm>;
  }
  if (billing.cardOnPage) {
    return (
      <OperationForm<{ url: string }> operation="billing.open-page" input={{ tier, interval }} submit={`Go on to ${billing.provider}`} onDone={({ url }) => window.location.assign(url)} cancel={cancel}>
        <PriceKept quote={quote} sentence={sentence} interval={interval} provider={billing.provider} trialDays={billing.trialDays} />
      </OperationForm>
    );
  }
  return (
    <OperationForm<Outcome> operation="billing.subscribe" shape={(payment) => ({ tier, interval, payment })} submit={quote?.when === 'trial' ? 'Begin the trial' : 'Pay and begin'} done={done} onDone={onClose} cancel={cancel}>
      <Price quote={quote} sentence={sentence} interval={interval} trialDays={billing.trialDays} />
      <CardFields provider={billing.provider} />
    </OperationForm>
  );
}

function PriceThere({ quote, sentence, interval, seller, trialDays }: { quote: Quote | undefined; sentence: string | undefined; interval: PayInterval; seller: string; trialDays: number }) {
  if (!quote) return <p className="text-ink-2" role="status">{sentence ?? 'Reckoning…'}</p>;
  return <p><Money value={quote.price} /> a {interval}{trialDays > 0 && ` after a trial of ${trialDays} days`}, and taxes where there are any. {seller} sells it: you pay on its page and come back here.</p>;
}

function PriceKept({ quote, sentence, interval, provider, trialDays }: { quote: Quote | undefined; sentence: string | undefined; interval: PayInterval; provider: string; trialDays: number }) {
  if (!quote) return <p className="text-ink-2" role="status">{sentence ?? 'Reckoning…'}</p>;
  const each = <><Money value={quote.price} /> a {interval}</>;
  const place = `You give your card on the page of ${provider}, which keeps it for the renewals, and come back here.`;
  if (quote.when === 'trial' || !quote.due) return <p>{each} after a trial of {trialDays} days. Nothing is charged now. {place}</p>;
  return <p>{each}. {place} <strong><Money value={quote.due} /></strong> is charged as soon as it is kept{quote.credit.amount > 0 && <>; <Money value={quote.credit} /> of what you have paid already lowers it</>}.</p>;
}

function Price({ quote, sentence, interval, trialDays }: { quote: Quote | undefined; sentence: string | undefined; interval: PayInterval; trialDays: number }) {
  if (!quote) return <p className="text-ink-2" role="status">{sentence ?? 'Reckoning…'}</p>;
  const each = <><Money value={quote.price} /> a {interval}</>;
  if (quote.when === 'later') return <p>{each}, from <DateTime at={quote.begins} as="date" /> on. Until then everything stays as it is, and nothing is charged now.</p>;
  if (quote.when === 'trial') return <p>{each}{trialDays > 0 ? ` after a trial of ${trialDays} days` : ', after your trial'}. Nothing is charged now.</p>;
  if (!quote.due) return <p>{each}. The difference for the rest of the period is charged now.</p>;
  return <p>{each}. <strong><Money value={quote.due} /></strong> is charged now{quote.credit.amount > 0 && <>: <Money value={quote.credit} /> of what you have paid already is not used yet and lowers it</>}.</p>;
}

function CardFields({ provider }: { provider: string }) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="Card number" name="cardNumber" required description={`Charged by: ${provider}. Only the last four digits are kept here.`}><Input name="cardNumber" inputMode="numeric" autoComplete="cc-number" maxLength={30} /></Field>
      <FieldRow>
        <Field label="Expiry" name="cardExpiry" description="MM/YY"><Input name="cardExpiry" inputMode="numeric" autoComplete="cc-exp" maxLength={7} /></Field>
        <Field label="Security code" name="cardCvc"><Input name="cardCvc" inputMode="numeric" autoComplete="cc-csc" maxLength={4} /></Field>
      </FieldRow>
    </div>
  );
}
