/**
 * Fraud: orders that do not look right. Words: score (0 to 100), reason (what adds to it, by name), check (score and decision of one
 * order), held (nothing is shipped until somebody has approved it), rule and list (what the merchant says beyond the score).
 * Invariants: the score is a pure function of what was known when the order was placed (`score.ts`); every point has a named reason;
 * nothing is shipped before it was looked at; what a person decided is not overruled; a refused order is cancelled and refunded.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { checksOfCustomer } from './customer-part.ts';
import { approveOrder, rejectOrder } from './decide.ts';
import * as events from './events.ts';
import { heldOrderTask } from './held-task.ts';
import { fraudListView, listBuyer, unlistBuyer } from './list.ts';
import { fraudNotices } from './notices.ts';
import { cancelRejected, closeCancelled, scoreOrders } from './reactions.ts';
import { fraudRuleList, fraudSettingsView, removeFraudRule, saveFraudRule, setFraud } from './rules.ts';
import { fraudChecks, fraudList, fraudRules, fraudSettings } from './tables.ts';
import { fraudCheckList, orderCheck } from './views.ts';

customerParts.add('fraud', checksOfCustomer);

export const fraud = module({
  name: 'fraud',
  uses: ['tasks', 'payments', 'customers', 'orders'],
  tables: { fraudChecks, fraudRules, fraudList, fraudSettings },
  operations: [approveOrder, rejectOrder, listBuyer, unlistBuyer, saveFraudRule, removeFraudRule, setFraud],
  views: [fraudCheckList, orderCheck, fraudListView, fraudRuleList, fraudSettingsView],
  events: Object.values(events),
  notices: fraudNotices,
  reactions: [scoreOrders, cancelRejected, closeCancelled, heldOrderTask],
  capabilities: { 'fraud:read': 'See how orders look', 'fraud:write': 'Change which orders are held' },
});

export { approveOrder, rejectOrder, listBuyer, unlistBuyer, saveFraudRule, removeFraudRule, setFraud, fraudCheckList, orderCheck, fraudListView, fraudRuleList, fraudSettingsView };
