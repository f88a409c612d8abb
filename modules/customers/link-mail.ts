import type { Brand } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import type { Mail } from '#platform/mail/send-mail.ts';
import type { LinkPurpose } from './mailed-links.ts';

interface Facts {
  email: string;
  name: string;
  shop: string;
  link: string;
  brand: Brand;
}

interface Words {
  subject: string;
  says: string;
  button: string;
}

/** The mail that carries a link to a customer. */
export function linkMail(purpose: LinkPurpose, facts: Facts): Mail {
  const { subject, says, button } = words[purpose](facts.shop);
  const greeting = facts.name ? `Hello ${facts.name},` : 'Hello,';
  const otherwise = 'If you did not ask for this, you need not do anything.';
  const written = letter({ brand: { ...facts.brand, name: facts.shop }, subject, title: greeting, paragraphs: [says], button: { says: button, url: facts.link }, otherwise });
  return { to: facts.email, ...written, confidential: true };
}

const words: Record<LinkPurpose, (shop: string) => Words> = {
  password: (shop) => ({
    subject: `Choose a password for ${shop}`,
    says: `Somebody, probably you, wants to sign in to ${shop} with this address. With this link you choose a new password. It works once, for an hour.`,
    button: 'Choose a password',
  }),
  confirm: (shop) => ({
    subject: `Confirm your address for ${shop}`,
    says: `Thank you for opening an account at ${shop}. Please confirm that this address is yours.`,
    button: 'Confirm my address',
  }),
  'sign-in': (shop) => ({
    subject: `Your link to sign in to ${shop}`,
    says: `With this link you sign in to ${shop} without a password. It works once, for a quarter of an hour.`,
    button: 'Sign in',
  }),
  email: (shop) => ({
    subject: `Your new address for ${shop}`,
    says: `You want to use this address at ${shop} from now on. Please confirm that it is yours. The link works once, for a day.`,
    button: 'Use this address',
  }),
  erase: (shop) => ({
    subject: `Erase your data at ${shop}?`,
    says: `You asked ${shop} to erase everything it knows of you. When you confirm it, you have two weeks to think better of it; then it is done and cannot be undone. Invoices are kept for as long as the law says. The link works once, for a day.`,
    button: 'Go on to the last step',
  }),
};

/** The former address hears that it is no longer used. */
export function addressChangedMail(facts: Omit<Facts, 'link'> & { now: string }): Mail {
  const subject = `Your address at ${facts.shop} was changed`;
  const paragraphs = [`Your account at ${facts.shop} uses ${facts.now} from now on, and no longer this address.`];
  const otherwise = 'If that was not you, please answer this mail, so that we can help you.';
  return { to: facts.email, ...letter({ brand: { ...facts.brand, name: facts.shop }, subject, title: facts.name ? `Hello ${facts.name},` : 'Hello,', paragraphs, otherwise }) };
}
