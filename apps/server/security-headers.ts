import { randomBytes } from 'node:crypto';

/** A fresh nonce for one answer's Content-Security-Policy. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Adds what every page carries. Pages may set a stricter policy of their own. */
export function secured(response: Response, options: { nonce?: string; https: boolean }): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  if (options.https) headers.set('strict-transport-security', 'max-age=31536000');
  if (headers.get('content-type')?.startsWith('text/html') && !headers.has('content-security-policy')) headers.set('content-security-policy', policy(options.nonce));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function policy(nonce: string | undefined): string {
  const script = nonce ? `'self' 'nonce-${nonce}'` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src ${script}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: https:`,
    `connect-src 'self' ws: wss:`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ');
}
