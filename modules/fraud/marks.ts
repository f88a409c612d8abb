/** Throw-away mail boxes, as far as they are well known. */
const DISPOSABLE = new Set(
  '10minutemail.com 20minutemail.com burnermail.io dispostable.com emailondeck.com fakeinbox.com getnada.com guerrillamail.com guerrillamail.net guerrillamail.org inboxkitten.com mail-temp.com mailcatch.com maildrop.cc mailinator.com mailnesia.com mintemail.com mohmal.com moakt.com mytemp.email sharklasers.com spam4.me spamgourmet.com temp-mail.org tempmail.com tempmailo.com throwawaymail.com trashmail.com trashmail.de yopmail.com yopmail.fr yopmail.net'.split(' '),
);

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).trim().toLowerCase();
}

export function isDisposable(email: string): boolean {
  return DISPOSABLE.has(domainOf(email));
}

/** One mail box however it is written: ana.n+shoes@gmail.com is anan@gmail.com. */
export function mailMark(email: string): string {
  const domain = domainOf(email);
  if (!email.includes('@') || domain === '') return '';
  const name = email.slice(0, email.lastIndexOf('@')).trim().toLowerCase().replace(/\+.*$/, '');
  return `${/^(gmail|googlemail)\.com$/.test(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}

interface Place {
  line1?: string;
  postalCode?: string;
  country?: string;
}

/** One place however it is written. */
export function placeMark(address: Place | null): string {
  const plain = (text = '') => text.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]/g, '');
  if (!address?.line1) return '';
  return [plain(address.line1), plain(address.postalCode), (address.country ?? '').toLowerCase()].join('|');
}
