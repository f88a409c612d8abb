/**
 * Gift cards and store credit: money of customers that the shop keeps. Words: account (a gift card or a customer's store credit), entry
 * (one movement on it), tender (what of an order is paid with it), issue, spend, return.
 * Invariants: a balance is the sum of its entries and never below nothing; one key moves money once, for ever; two checkouts never spend
 * the same money; of a code only its hash and last four letters are stored; the total of an order does not change by how it is paid.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { valueOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { mailTheCard } from './mail-the-card.ts';
import { adjustAccount, giveStoreCredit, issueCard, updateCard } from './operations.ts';
import './provider.ts';
import { valueAccounts, valueEntries } from './tables.ts';
import { giftCardList, giftCardView, myStoreCredit } from './views.ts';

export const giftCards = module({
  name: 'gift-cards',
  uses: ['payments', 'customers'],
  tables: { valueAccounts, valueEntries },
  operations: [issueCard, updateCard, adjustAccount, giveStoreCredit],
  views: [giftCardList, giftCardView, myStoreCredit],
  events: Object.values(events),
  reactions: [mailTheCard],
  capabilities: { 'gift-cards:read': 'See gift cards and store credit', 'gift-cards:write': 'Issue gift cards and store credit, change their balance' },
});

customerParts.add('gift-cards', valueOfCustomer);

export { issueCard, updateCard, adjustAccount, giveStoreCredit, giftCardList, giftCardView, myStoreCredit };
export { issueGiftCard, keepGiftCards } from './issue.ts';
export { giftCardByCode, lockTender, putIntoStoreCredit, refundIntoStoreCredit, returnTender, spendTender, storeCreditOf, tenderFor, type TenderPart, type TenderWish } from './tender.ts';
export { looksLikeGiftCard } from './code.ts';
export * from './events.ts';
