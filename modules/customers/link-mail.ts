import type { Brand } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import type { Mail } from '#platform/mail/send-mail.ts';

interface Facts {
  email: string;
  name: string;
  shop: string;
  link: string;
  brand: Brand;
}

/** The mail that carries a link to a customer. */
export function linkMail(purpose: 'password' | 'confirm', facts: Facts): Mail {
  const { subject, says, button } = purpose === 'password' ? passwordWords(facts) : confirmWords(facts);
  const greeting = facts.name ? `Hello ${facts.name},` : 'Hello,';
  const otherwise = 'If you did not ask for this, you need not do anything.';
  const written = letter({ brand: { ...facts.brand, name: facts.shop }, subject, title: greeting, paragraphs: [says], button: { says: button, url: facts.link }, otherwise });
  return { to: facts.email, ...written, confidential: true };
}

function passwordWords({ shop }: Facts) {
  return {
    subject: `Choose a password for ${shop}`,
    says: `Somebody, probably you, wants to sign in to ${shop} with this address. With this link you choose a new password. It works once, for an hour.`,
    button: 'Choose a password',
  };
}

function confirmWords({ shop }: Facts) {
  return {
    subject: `Confirm your address for ${shop}`,
    says: `Thank you for opening an account at ${shop}. Please confirm that this address is yours.`,
    button: 'Confirm my address',
  };
}
