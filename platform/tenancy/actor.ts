/** Who does something. Carried by every context, written into every audit entry. */
export type Actor =
  | { kind: 'member'; userId: string; name: string; email: string }
  | { kind: 'token'; tokenId: string; name: string }
  | { kind: 'storefront'; storefrontId: string; customerId?: string }
  | { kind: 'system'; name: string };

/** The actor's id as idempotency scopes, rate limits and audit entries use it. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'member') return actor.userId;
  if (actor.kind === 'token') return actor.tokenId;
  if (actor.kind === 'storefront') return actor.customerId ?? actor.storefrontId;
  return actor.name;
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'storefront') return actor.customerId ? 'customer' : 'shopper';
  return actor.name;
}
