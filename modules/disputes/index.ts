/**
 * Disputes: what buyers and their banks object to. Words: inquiry (the bank only asks), dispute (the money is gone until it is decided),
 * evidence (what the shop says for itself), pack (everything about the order as one PDF), answer (evidence, or giving in).
 * Invariants: a dispute is what its provider says when asked, so messages may come late, twice and in any order; states move along
 * `dispute-state.ts` only; money a bank takes or gives again is a fact of the payment; an answer is stored before it is handed in,
 * handed in with one key for ever, and one at a time; a deadline is told of at three days and at one, and is a task while an answer is due.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { acceptDispute, submitEvidence } from './answers.ts';
import { handInAnswers, resolveOpenAnswers } from './carry-out-answer.ts';
import { disputesOfCustomer } from './customer-part.ts';
import { disputeTask } from './deadline-task.ts';
import { warnOfDeadlines } from './deadlines.ts';
import * as events from './events.ts';
import { disputeNotices } from './notices.ts';
import './record-dispute.ts';
import { refundByRule } from './refund-by-rule.ts';
import { disputeRuleList, removeDisputeRule, saveDisputeRule } from './rules.ts';
import * as tables from './tables.ts';
import { disputeList, disputePack, disputeView, orderDisputes } from './views.ts';
import { writeEvidence } from './write-evidence.ts';

customerParts.add('disputes', disputesOfCustomer);

export const disputes = module({
  name: 'disputes',
  uses: ['accounts', 'tasks', 'payments', 'customers', 'orders', 'conversations', 'invoices'],
  tables,
  operations: [writeEvidence, submitEvidence, acceptDispute, saveDisputeRule, removeDisputeRule],
  views: [disputeList, disputeView, disputePack, orderDisputes, disputeRuleList],
  events: Object.values(events),
  notices: disputeNotices,
  reactions: [handInAnswers, refundByRule, disputeTask],
  schedules: [resolveOpenAnswers, warnOfDeadlines],
  capabilities: { 'disputes:read': 'See disputes', 'disputes:write': 'Answer disputes' },
});

export { writeEvidence, submitEvidence, acceptDispute, saveDisputeRule, removeDisputeRule, disputeList, disputeView, disputePack, orderDisputes, disputeRuleList, warnOfDeadlines };
