import { config } from '#platform/config.ts';

/** Scheme and host as the visitor typed them: a trusted proxy's word, else the request's own. */
export function publicOrigin(request: Request): string {
  const url = new URL(request.url);
  if (!config().TRUST_PROXY) return url.origin;
  const host = request.headers.get('x-forwarded-host') ?? url.host;
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : url.protocol.slice(0, -1);
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : url.origin;
}
