import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** Everybody has it by being a member; see `isOwn` in modules/accounts. */
export const OWN = 'own:notifications';

/** The person at the desk. Programs and shoppers have no notifications. */
export function personOf({ actor }: Reader): string {
  if (actor.kind !== 'member') throw new Refusal('forbidden', 'Only a person who is signed in has notifications.');
  return actor.userId;
}
