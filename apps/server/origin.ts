import { config } from '#platform/config.ts';

/**
 * Whether a writing request comes from a page of ours: browsers name the page's origin, and cookies alone prove nothing.
 * Requests without Origin (old browsers, same-origin GET forms) fall back to Sec-Fetch-Site.
 */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin';
  return hostOf(origin) === hostOfRequest(request);
}

/** The host the visitor typed, as our own server or a trusted proxy reports it. */
export function hostOfRequest(request: Request): string {
  const forwarded = config().TRUST_PROXY ? request.headers.get('x-forwarded-host') : null;
  return (forwarded ?? request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
}

export function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return null;
  }
}
