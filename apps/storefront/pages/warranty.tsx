import type { JSX } from 'preact';
import type { WarrantyCard } from '../api.ts';
import { dayOf } from '../parts/reviews.tsx';
import type { Visit } from '../visit/visit.ts';
import { warrantyWords } from './product.tsx';

const STATES = { valid: 'Valid', ended: 'Ended', void: 'Not valid: the purchase was cancelled or sent back' };

export function WarrantyPage({ visit, card }: { visit: Visit; card: WarrantyCard }): JSX.Element {
  return (
    <div class="wrap narrow">
      <p class="brand-line">Warranty card {card.number}</p>
      <h1>{card.title}</h1>
      <p class={`warranty-state ${card.state}`}>{STATES[card.state]}</p>
      <dl class="facts">
        {card.variantTitle && <div><dt>Variant</dt><dd>{card.variantTitle}</dd></div>}
        <div><dt>Bought from</dt><dd>{visit.shop.name}</dd></div>
        <div><dt>From</dt><dd>{dayOf(card.beginsAt, visit)}</dd></div>
        <div><dt>Until</dt><dd>{dayOf(card.endsAt, visit)}</dd></div>
        <div><dt>Length</dt><dd>{warrantyWords(card.months)}</dd></div>
      </dl>
      {card.terms && <p class="said">{card.terms}</p>}
      <p class="quiet">This page is made by {visit.shop.name} from its own records. Whoever has the link sees it.</p>
    </div>
  );
}
