/**
 * Warranties. Words: rule (months the shop promises for a product), card (one for each line of a paid order), void (the order was
 * cancelled or the goods went back). Invariants: one card per line, made once the order is paid; it keeps what was promised then; its
 * state follows from the order and the date; its public page opens by a signed link only and tells nothing of the buyer.
 */
import { module } from '#platform/module.ts';
import { warrantyIssued, warrantyRuleChanged } from './events.ts';
import { issueCards } from './issue-cards.ts';
import { removeWarranty, setWarranty } from './set-rule.ts';
import { warrantyCards, warrantyRules } from './tables.ts';
import { orderWarranties, productWarranty, warrantyCard, warrantyCardList, warrantyRuleList } from './views.ts';

export const warranties = module({
  name: 'warranties',
  uses: ['catalog', 'orders'],
  tables: { warrantyRules, warrantyCards },
  operations: [setWarranty, removeWarranty],
  views: [warrantyRuleList, warrantyCardList, warrantyCard, orderWarranties, productWarranty],
  events: [warrantyRuleChanged, warrantyIssued],
  reactions: [issueCards],
});

export { setWarranty, removeWarranty, warrantyRuleList, warrantyCardList, warrantyCard, orderWarranties, productWarranty, issueCards };
export { warrantyRuleChanged, warrantyIssued };
