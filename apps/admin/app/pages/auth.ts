export { askAuth, callAuth } from '#modules/accounts/ui/ask-auth.ts';

/** Only addresses of our own dashboard may be gone to after signing in. */
export function safeWayBack(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
