/**
 * People who buy. A customer is one email address in one workspace, with or without an account (a password): a guest's
 * order makes a customer too. A shopper is a customer signed in at a storefront. Invariants: a shopper of one workspace
 * is nobody in another; an account shows orders placed without signing in only when its address was confirmed by mail;
 * sign-in takes the same time whether the address exists or not.
 */
import { module } from '#platform/module.ts';
import { addCustomerAddress, createCustomer, removeCustomerAddress, updateCustomer, updateCustomerAddress } from './change-customer.ts';
import { customerCreated, customerLinkAsked, customerUpdated } from './events.ts';
import { mailTheLink } from './mailed-links.ts';
import { sweepCustomerSessions } from './reactions.ts';
import { chooseCustomerPassword, confirmCustomerEmail, registerCustomer, requestCustomerPassword, signInCustomer, signOutCustomer } from './sign-in.ts';
import { addMyAddress, changeMyAddress, me, removeMyAddress, updateMe } from './storefront.ts';
import * as tables from './tables.ts';
import { customerGet, customerList } from './views.ts';

export const customers = module({
  name: 'customers',
  uses: ['accounts', 'storefronts'],
  tables,
  operations: [
    createCustomer,
    updateCustomer,
    addCustomerAddress,
    updateCustomerAddress,
    removeCustomerAddress,
    registerCustomer,
    signInCustomer,
    signOutCustomer,
    requestCustomerPassword,
    chooseCustomerPassword,
    confirmCustomerEmail,
    updateMe,
    addMyAddress,
    changeMyAddress,
    removeMyAddress,
  ],
  views: [customerList, customerGet, me],
  events: [customerCreated, customerUpdated, customerLinkAsked],
  reactions: [mailTheLink],
  schedules: [sweepCustomerSessions],
  capabilities: {
    'customers:read': 'See customers',
    'customers:write': 'Change customers',
  },
});

export { customerOfToken, forgetCustomers, type SignedInCustomer } from './customer-session.ts';
export { addToCustomerTotals, findOrCreateCustomer } from './find-or-create-customer.ts';
export { readCustomer } from './read-customer.ts';
export { requireCustomer } from './sign-in.ts';
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
