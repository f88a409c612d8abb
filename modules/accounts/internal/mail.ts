import { HOUSE } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import { sendAccountMail } from '#platform/mail/send-mail.ts';
import { publicUrl } from './public-url.ts';

/** A short letter of the installation itself: one matter, one button. */
export interface Letter {
  to: string;
  subject: string;
  says: string;
  button: { says: string; path: string };
  /** What to do when one did not ask for this. */
  otherwise: string;
  /** Sends at most once per key. */
  once: string;
}

export async function sendLetter({ to, subject, says, button, otherwise, once }: Letter): Promise<void> {
  const written = letter({ brand: HOUSE, subject, title: subject, paragraphs: [says], button: { says: button.says, url: publicUrl() + button.path }, otherwise });
  await sendAccountMail({ to, ...written }, { once });
}
