/**
 * People who buy. A customer is one email address in one workspace, with or without an account (a password): a guest's
 * order makes a customer too. A shopper is a customer signed in at a storefront. Invariants: a shopper of one workspace
 * is nobody in another; an account shows orders placed without signing in only when its address was confirmed by mail;
 * sign-in takes the same time whether the address exists or not.
 */
import { module } from '#platform/module.ts';
import { addCustomerAddress, createCustomer, removeCustomerAddress, updateCustomer, updateCustomerAddress } from './change-customer.ts';
import { changeMyPassword, confirmEmailChange, endMySession, mailFormerAddress, mySessions, requestEmailChange, requestSignInLink, signInByLink } from './account-security.ts';
import { addCustomerNote, customerExport, customerTimeline, myData } from './customer-page.ts';
import { customerCreated, customerEmailChanged, customerErased, customerGroupChanged, customerLinkAsked, customersMerged, customerUpdated } from './events.ts';
import { customerGroups, customerGroupMembers, customerNotes, customerMerges } from './group-tables.ts';
import { addToGroup, createGroup, deleteGroup, groupList, setCustomerGroups, updateGroup } from './groups.ts';
import { cancelErasure, confirmErasure, eraseDueCustomers, eraseNow, requestErasure } from './erasure.ts';
import { mergeCustomers } from './merge-customers.ts';
import { mailTheLink } from './mailed-links.ts';
import { sweepCustomerSessions } from './reactions.ts';
import { chooseCustomerPassword, confirmCustomerEmail, registerCustomer, requestCustomerPassword, signInCustomer, signOutCustomer } from './sign-in.ts';
import { addMyAddress, changeMyAddress, me, removeMyAddress, updateMe } from './storefront.ts';
import { tagCustomer } from './tag-customer.ts';
import { customers as customerTable, customerAddresses, customerSessions, customerLinks } from './tables.ts';
import { customerGet, customerList } from './views.ts';

export const customers = module({
  name: 'customers',
  uses: ['accounts', 'storefronts'],
  tables: { customers: customerTable, customerAddresses, customerSessions, customerLinks, customerGroups, customerGroupMembers, customerNotes, customerMerges },
  operations: [
    createCustomer,
    updateCustomer,
    tagCustomer,
    addCustomerAddress,
    updateCustomerAddress,
    removeCustomerAddress,
    registerCustomer,
    signInCustomer,
    signOutCustomer,
    requestCustomerPassword,
    chooseCustomerPassword,
    confirmCustomerEmail,
    ...[mergeCustomers, addCustomerNote, createGroup, updateGroup, deleteGroup, setCustomerGroups, addToGroup],
    updateMe,
    addMyAddress,
    changeMyAddress,
    removeMyAddress,
    ...[requestSignInLink, signInByLink, changeMyPassword, requestEmailChange, confirmEmailChange, endMySession],
    ...[requestErasure, confirmErasure, cancelErasure, eraseNow],
  ],
  views: [customerList, customerGet, customerTimeline, customerExport, groupList, me, mySessions, myData],
  events: [customerCreated, customerUpdated, customersMerged, customerGroupChanged, customerLinkAsked, customerEmailChanged, customerErased],
  reactions: [mailTheLink, mailFormerAddress],
  schedules: [sweepCustomerSessions, eraseDueCustomers],
  capabilities: {
    'customers:read': 'See customers',
    'customers:write': 'Change customers',
  },
});

export { customerOfToken, forgetCustomers, type SignedInCustomer } from './customer-session.ts';
export { addToCustomerTotals, findOrCreateCustomer } from './find-or-create-customer.ts';
export { readCustomer } from './read-customer.ts';
export { requireCustomer } from './sign-in.ts';
export { tagCustomer } from './tag-customer.ts';
export { customers as customerTable } from './tables.ts';
export {
  addCustomerAddress,
  addMyAddress,
  changeMyAddress,
  chooseCustomerPassword,
  confirmCustomerEmail,
  createCustomer,
  customerCreated,
  customerGet,
  customerLinkAsked,
  customerList,
  customerUpdated,
  mailTheLink,
  me,
  registerCustomer,
  removeCustomerAddress,
  removeMyAddress,
  requestCustomerPassword,
  signInCustomer,
  signOutCustomer,
  updateCustomer,
  updateCustomerAddress,
  updateMe,
};
export { CustomerAddress, CustomerView, Shopper } from './shapes.ts';
export { mergeCustomers, addCustomerNote, customerTimeline, customerExport, createGroup, updateGroup, deleteGroup, setCustomerGroups, addToGroup, groupList };
export { customersMerged, customerGroupChanged };
export { changeMyPassword, confirmEmailChange, endMySession, mySessions, requestEmailChange, requestSignInLink, signInByLink, cancelErasure, confirmErasure, requestErasure, eraseDueCustomers, eraseNow, myData, customerErased };
export { eraseCustomer, fullName } from './erasure.ts';
export { customerParts, type CustomerEntry, type CustomerPart, type ErasedCustomer } from './customer-parts.ts';
