import { randomBytes } from 'node:crypto';

/** A fresh nonce for one answer's Content-Security-Policy. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

const ALWAYS = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
});

/**
 * Adds what every page carries; pages may set a stricter policy of their own. The response itself is changed:
 * wrapping it in another one would turn its text into a stream, which costs a page a third of its time.
 */
export function secured(response: Response, options: { nonce?: string; https: boolean }): Response {
  const { headers } = response;
  for (const [name, value] of ALWAYS) if (!headers.has(name)) headers.set(name, value);
  if (options.https) headers.set('strict-transport-security', 'max-age=31536000');
  if (!headers.has('content-security-policy') && headers.get('content-type')?.startsWith('text/html')) headers.set('content-security-policy', policy(options.nonce));
  return response;
}

function policy(nonce: string | undefined): string {
  const script = nonce ? `'self' 'nonce-${nonce}'` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src ${script}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: https:`,
    // The radio in the dashboard's header plays streams of SomaFM; shop pages play nothing from elsewhere.
    `media-src 'self' blob:${nonce ? ' https://*.somafm.com' : ''}`,
    `connect-src 'self' ws: wss:`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ');
}
