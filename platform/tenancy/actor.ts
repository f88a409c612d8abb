/** Who does something. Carried by every context, written into every audit entry. */
export type Actor =
  | { kind: 'member'; userId: string; name: string; email: string; behind?: Behind; sessionId?: string }
  | { kind: 'token'; tokenId: string; name: string }
  | { kind: 'storefront'; storefrontId: string; customerId?: string }
  | { kind: 'system'; name: string };

/** The superadmin who looks through the member's eyes. */
export interface Behind {
  userId: string;
  name: string;
}

/** The actor's id as idempotency scopes, rate limits and audit entries use it. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'member') return actor.userId;
  if (actor.kind === 'token') return actor.tokenId;
  if (actor.kind === 'storefront') return actor.customerId ?? actor.storefrontId;
  return actor.name;
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'storefront') return actor.customerId ? 'customer' : 'shopper';
  if (actor.kind === 'member' && actor.behind) return `${actor.name} (superadmin ${actor.behind.name})`;
  return actor.name;
}
