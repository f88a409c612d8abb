import { declareFlag } from '#modules/tiers/index.ts';
import { domainToASCII } from 'node:url';
import { isIP } from 'node:net';
import { Refusal } from '#platform/refusal.ts';

/** The host as we compare it: punycode, lower case, no port, no final dot. Empty when it is no host name. */
export function hostOf(text: string): string {
  const host = text.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return domainToASCII(host);
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads a domain a shopkeeper typed (also as an address: https://Shop.Example/), or refuses. */
export function readDomain(typed: string): string {
  const domain = hostOf(typed.trim().replace(/^https?:\/\//i, '').replace(/[/?#].*$/, ''));
  const labels = domain.split('.');
  const fits = labels.length >= 2 && domain.length <= 253 && labels.every((l) => LABEL.test(l)) && !isIP(domain) && !/^\d+$/.test(labels.at(-1)!);
  if (!fits) throw new Refusal('invalid', `"${typed}" is not a domain. It should look like shop.example.com.`, { fields: { domain: 'should look like shop.example.com' } });
  return domain;
}

/** Whether storefronts may have a domain of their own. */
export const ownDomain = declareFlag({ name: 'own-domain', says: 'Own domains for storefronts', default: true });
