import type { Mail } from '#platform/mail/send-mail.ts';

interface Facts {
  email: string;
  name: string;
  shop: string;
  link: string;
}

/** The mail that carries a link to a customer. */
export function linkMail(purpose: 'password' | 'confirm', facts: Facts): Mail {
  const { subject, says, button } = purpose === 'password' ? passwordWords(facts) : confirmWords(facts);
  const greeting = facts.name ? `Hello ${facts.name},` : 'Hello,';
  const otherwise = 'If you did not ask for this, you need not do anything.';
  const text = `${greeting}\n\n${says}\n\n${button}: ${facts.link}\n\n${otherwise}\n`;
  const html = `<p>${escaped(greeting)}</p><p>${escaped(says)}</p><p><a href="${escaped(facts.link)}">${escaped(button)}</a></p><p>${escaped(otherwise)}</p>`;
  return { to: facts.email, subject, text, html };
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
