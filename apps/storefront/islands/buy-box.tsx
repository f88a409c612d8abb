import { useEffect, useState } from 'preact/hooks';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { TickIcon } from '../parts/icons.tsx';

/** A variant as the shopper reads it: prices are words already. */
export interface Choice {
  id: string;
  sku: string;
  values: string[];
  price: string;
  was: string;
  available: boolean;
  stockSays: string;
  imageUrl: string;
}

/** A way to buy it again and again; prices by variant, as words. */
export interface PlanOffer {
  id: string;
  says: string;
  note: string;
  prices: Record<string, string>;
}

export interface BuyBoxProps {
  slug: string;
  options: { name: string; values: string[] }[];
  choices: Choice[];
  plans: PlanOffer[];
  chosen: string;
  productHref: string;
  addHref: string;
  /** Where somebody signs up to hear when a sold-out variant is back. */
  waitHref: string;
  knowsEmail: boolean;
  refusal: string;
  onAdd?: (form: HTMLFormElement) => void;
}

/** Choosing a variant and putting it into the cart. Each value is a link to the page of that variant. */
export function BuyBox(props: BuyBoxProps): JSX.Element {
  const [id, setId] = useState(props.chosen);
  const choice = props.choices.find((each) => each.id === id) ?? props.choices[0];
  if (!choice) return <p class="note">This product cannot be bought at the moment.</p>;
  const choose = (next: Choice): void => {
    setId(next.id);
    history.replaceState(history.state, '', variantHref(props.productHref, next));
    if (next.imageUrl) document.querySelector(`[data-url="${CSS.escape(next.imageUrl)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'start' });
  };
  return (
    <div class="buy">
      <p class="buy-price" aria-live="polite">{choice.price}{choice.was && <> <s><span class="hush">instead of </span>{choice.was}</s></>}</p>
      {props.options.map((option, at) => <OptionRow key={option.name} option={option} at={at} choice={choice} choose={choose} {...props} />)}
      <AddForm {...props} choice={choice} />
      {!choice.available && <WaitForm {...props} choice={choice} />}
    </div>
  );
}

interface RowProps extends BuyBoxProps {
  option: BuyBoxProps['options'][number];
  at: number;
  choice: Choice;
  choose: (next: Choice) => void;
}

function OptionRow({ option, at, choice, choose, choices, productHref }: RowProps): JSX.Element {
  const link = (value: string): JSX.Element | null => {
    const next = nearest(choices, choice, at, value);
    if (!next) return null;
    const press = (event: MouseEvent): void => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      choose(next);
    };
    const chosen = choice.values[at] === value;
    return (
      <li key={value}>
        <a class={next.available ? 'chip' : 'chip gone'} href={variantHref(productHref, next)} rel="nofollow" aria-current={chosen ? 'true' : undefined} onClick={press}>
          {value}{!next.available && <span class="hush"> (sold out)</span>}
        </a>
      </li>
    );
  };
  const name = `option-${at}`;
  return (
    <div class="option">
      <p id={name}>{option.name}: <span class="quiet">{choice.values[at]}</span></p>
      <ul class="chips" aria-labelledby={name}>{option.values.map(link)}</ul>
    </div>
  );
}

function AddForm({ addHref, slug, choice, plans, refusal, onAdd }: BuyBoxProps & { choice: Choice }): JSX.Element {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    if (!onAdd) return;
    event.preventDefault();
    onAdd(event.currentTarget);
  };
  return (
    <>
      <form class="add" id="add-form" method="post" action={addHref} onSubmit={submit}>
      <input type="hidden" name="product" value={slug} />
      <input type="hidden" name="variantId" value={choice.id} />
      <HowOften plans={plans} choice={choice} />
      {refusal && <p class="note bad" role="alert">{refusal}</p>}
      <p class={choice.available ? 'stock in' : 'stock'} aria-live="polite">{choice.available && <TickIcon />}{choice.stockSays}</p>
      <div class="add-row">
        <label><span class="hush">Quantity</span><input name="quantity" type="number" min="1" max="999" value="1" inputMode="numeric" required /></label>
        <button class="button" disabled={!choice.available}>{choice.available ? 'Add to cart' : 'Sold out'}</button>
      </div>
      {choice.sku && <p class="quiet sku">Article {choice.sku}</p>}
    </form>
    <BuyBar choice={choice} />
    </>
  );
}

function HowOften({ plans, choice }: { plans: PlanOffer[]; choice: Choice }): JSX.Element | null {
  const sold = plans.filter((plan) => plan.prices[choice.id]);
  if (sold.length === 0) return null;
  return (
    <fieldset class="plans">
      <legend>How often?</legend>
      <label class="pick"><input type="radio" name="planId" value="" checked /><span>Just once</span><strong>{choice.price}</strong></label>
      {sold.map((plan) => <label class="pick" key={plan.id}><input type="radio" name="planId" value={plan.id} data-price={plan.prices[choice.id]} /><span>{plan.says}{plan.note && <span class="quiet">{plan.note}</span>}</span><strong>{plan.prices[choice.id]}</strong></label>)}
    </fieldset>
  );
}

/** On phones, while the button of the form is out of sight. */
function BuyBar({ choice }: { choice: Choice }): JSX.Element {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false));
    const form = document.querySelector('#add-form .add-row');
    if (form) seen.observe(form);
    return () => seen.disconnect();
  }, []);
  return (
    <div class="buy-bar" hidden={!away}>
      <span><strong>{choice.price}</strong><span class="quiet">{choice.values.join(' / ') || choice.stockSays}</span></span>
      <button class="button" form="add-form" disabled={!choice.available}>{choice.available ? 'Add to cart' : 'Sold out'}</button>
    </div>
  );
}

function WaitForm({ waitHref, knowsEmail, choice }: BuyBoxProps & { choice: Choice }): JSX.Element {
  return (
    <form class="wait" method="post" action={waitHref}>
      <input type="hidden" name="variantId" value={choice.id} />
      <p>Shall we write to you when it is back?</p>
      <div class="row">
        {!knowsEmail && <input type="email" name="email" required maxLength={254} autocomplete="email" placeholder="Your email address" aria-label="Your email address" />}
        <button class="button quiet-button">Tell me</button>
      </div>
    </form>
  );
}

/** The variant a click leads to: the same in everything else, or else the first that has the value at all. */
export function nearest(choices: Choice[], from: Choice, at: number, value: string): Choice | undefined {
  const having = choices.filter((each) => each.values[at] === value);
  return having.find((each) => each.values.every((other, i) => i === at || other === from.values[i])) ?? having[0];
}

function variantHref(productHref: string, choice: Choice): string {
  return `${productHref}?variant=${choice.id}`;
}
