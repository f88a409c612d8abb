/**
 * Warranties. Words: rule (months the shop promises for a product), card (one for each line of a paid order), void (the order was
 * cancelled or the goods went back). Invariants: one card per line, made once the order is paid; it keeps what was promised then; its
 * state follows from the order and the date; its public page opens by a signed link only and tells nothing of the buyer.
 */
import { customerParts, type CustomerPart } from '#modules/customers/index.ts';
import { module } from '#platform/module.ts';
import { warrantyIssued, warrantyRuleChanged } from './events.ts';
import { issueCards } from './issue-cards.ts';
import { removeWarranty, setWarranty } from './set-rule.ts';
import { warrantyCards, warrantyRules } from './tables.ts';
import { orderWarranties, productWarranty, warrantyCard, warrantyCardList, warrantyRuleList } from './views.ts';

// A card belongs to its order and says nothing of the buyer; it goes where the order goes.
const warrantiesOfCustomer: CustomerPart = {
  move: async () => undefined,
  write: (r, { id }) => r.sql`
    select c.number, c.title, c.variant_title as variant, c.months, c.terms, c.begins_at as "beginsAt", c.ends_at as "endsAt"
    from warranty_cards c join orders o on o.id = c.order_id where o.customer_id = ${id} order by c.begins_at, c.number`,
};

export const warranties = module({
  name: 'warranties',
  uses: ['catalog', 'customers', 'orders'],
  tables: { warrantyRules, warrantyCards },
  operations: [setWarranty, removeWarranty],
  views: [warrantyRuleList, warrantyCardList, warrantyCard, orderWarranties, productWarranty],
  events: [warrantyRuleChanged, warrantyIssued],
  reactions: [issueCards],
});

customerParts.add('warranties', warrantiesOfCustomer);

export { setWarranty, removeWarranty, warrantyRuleList, warrantyCardList, warrantyCard, orderWarranties, productWarranty, issueCards };
export { warrantyRuleChanged, warrantyIssued };
