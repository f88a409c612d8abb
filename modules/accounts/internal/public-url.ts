import { config } from '#platform/config.ts';

/**
 * The address people reach us at, without a trailing slash. Links in mails come from here and never from a request's
 * Host header, which the sender of the request chooses.
 */
export function publicUrl(): string {
  return (config().PUBLIC_URL ?? `http://localhost:${config().PORT || 3000}`).replace(/\/+$/, '');
}
