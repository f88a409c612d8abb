import * as z from 'zod';
import type { Money } from '#platform/money.ts';
import { port } from '#platform/port.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import type { DisputeMoney, ProviderDisputes } from './provider-disputes.ts';

/**
 * How somebody wants to pay, as it comes with a checkout. A token stands for a card kept by the provider. Card details are for
 * providers that take them (the test provider); they are turned into a token at once and never stored. The names matter: audit
 * entries and logs blank every text field with "card" or "token" in its name.
 */
export const PaymentChoice = z.object({
  provider: z.string().max(50).default('test').meta({ description: 'a payment provider of this shop: "test", "manual"' }),
  token: z.string().max(200).optional().meta({ description: "the provider's token for a card" }),
  cardNumber: z.string().max(30).optional(),
  cardExpiry: z.string().max(7).optional().meta({ description: 'MM/YY' }),
  cardCvc: z.string().max(4).optional(),
  returnTo: z.url({ protocol: /^https?$/ }).max(1_000).optional().meta({ description: "where the shopper comes back to from the provider's page" }),
});
export type PaymentChoice = z.output<typeof PaymentChoice>;

/** What is charged: the provider's token, and what a person may see of the card. */
export interface PaymentSource {
  token: string;
  brand: string | null;
  last4: string | null;
}

/**
 * `kept`: the way to pay is kept, and no money was meant. `refund-failed`: a refund that was told as done did not arrive; it carries
 * the refund's own reference and amount.
 * `dispute-…`: a bank took money back over a dispute, gave it again, or charged the shop for it.
 */
export type FactKind = 'pending' | 'kept' | 'authorized' | 'captured' | 'declined' | 'voided' | 'refunded' | 'refund-failed' | DisputeMoney;

/** Something that happened at the provider. The same happening always has the same kind and reference, however we learn of it. */
export interface ProviderFact {
  kind: FactKind;
  /** The provider's id of what happened: of the charge, the capture, the refund. */
  reference: string;
  /** Minor units; 0 where no money is meant. */
  amount: number;
  /** The idempotency key we asked with, when the provider knows it. */
  key?: string;
  /** For `declined`: a sentence a shopper understands. */
  sentence?: string;
  /** What the provider tells of the card: where it was issued, and what stands for it in every payment with it. */
  card?: { country?: string | undefined; mark?: string | undefined };
  /** For `pending`: the provider's page on which the shopper goes on. */
  continueAt?: string;
  /** With `kept`, or with the money of a charge that was to keep its way to pay: what the provider keeps it as. A secret. */
  kept?: KeptToken;
}

/** A way to pay as the provider keeps it: what it is charged with again, and what a person may see of it. */
export interface KeptToken {
  token: string;
  brand?: string | undefined;
  last4?: string | undefined;
}

/** What `authorize` is asked. */
export interface ChargeRequest {
  key: string;
  amount: Money;
  source: PaymentSource;
  /** `now` takes the money at once, `later` only reserves it. */
  capture: 'now' | 'later';
  /** `keep`: the shopper agrees to be charged again. `again`: charged with what was kept (`source.token`), while no shopper is there. */
  usage?: 'keep' | 'again';
  /** Where the shopper comes back to from a page of the provider. */
  returnTo?: string;
}

/** A later step on a charge, by the key the charge was asked with. */
export interface StepRequest {
  key: string;
  chargeKey: string;
  amount: Money;
}

/** A message of the provider after its signature was checked. */
export interface ProviderNotice {
  /** The key the charge was asked with. */
  chargeKey: string;
  facts: ProviderFact[];
  /** Ids of disputes the message speaks of; each is then asked for. */
  disputes?: string[];
}

/**
 * A company (or a person) that moves money. All calls are idempotent by `key`: asked twice, the provider acts once and answers the
 * same. A `Refusal` thrown is a definite no: nothing was moved. Anything else thrown means nobody knows, and `lookup` finds out.
 * `conformance.ts` is the exact contract.
 */
export interface PaymentProvider {
  readonly says: string;
  /** Its money lies in the shop's own books (gift cards, store credit): it pays a part of an order beside another way to pay, and is never chosen as that way. */
  readonly ownBooks?: true;
  /** Whether a workspace can be paid this way now. Always, unless told. */
  offered?(r: Reader): Promise<boolean>;
  /**
   * It can be charged again and again without the shopper. Only such a provider is offered for subscriptions. `own-token`: with the
   * token of the first source. `by-paying`: with what it keeps (`kept`) once a charge that was to `keep` is paid.
   */
  readonly chargesAgain?: 'own-token' | 'by-paying';
  /** Asked to `keep` with an amount of 0, it keeps a way to pay and takes nothing; it tells `kept`, at once or once the shopper has agreed on its page. */
  readonly keepsAlone?: true;
  /** For a provider that tells when something it kept is taken back: what its messages call it, and whether it can still be charged. */
  readonly takenBack?: { nameOf(token: string): string; stillKeeps(ctx: Context, token: string): Promise<boolean> };
  /** Nobody will charge this kept way to pay any more: the provider lets go of it too. One that is gone already is done. */
  forget?(ctx: Context, token: string): Promise<void>;
  /** Somebody has to look whether the money came, and say so. Nobody is charged by a clock that way. */
  readonly byHand?: true;
  /** The shopper pays on the provider's own page; a choice needs a `returnTo`. */
  readonly onItsPage?: true;
  /** What buyers and their banks object to; absent where nobody can. */
  readonly disputes?: ProviderDisputes;
  /** What the choice means here, without any outside call; refuses what cannot be used. */
  source(choice: PaymentChoice): PaymentSource;
  authorize(ctx: Context, ask: ChargeRequest): Promise<ProviderFact[]>;
  capture(ctx: Context, ask: StepRequest): Promise<ProviderFact[]>;
  void(ctx: Context, ask: StepRequest): Promise<ProviderFact[]>;
  refund(ctx: Context, ask: StepRequest): Promise<ProviderFact[]>;
  /** Everything that happened to the charge asked for with this key; undefined when the provider never heard of it. */
  lookup(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined>;
  /** Checks the signature (refuses `unauthenticated`) and reads the message. Absent for providers that send none. */
  readWebhook?(ctx: Context, message: { headers: Headers; body: string }): Promise<ProviderNotice>;
}

export const paymentProviders = port<PaymentProvider>({ name: 'payments.provider', says: 'The payment provider' });
