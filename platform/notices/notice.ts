import type { Event } from '../events/event.ts';
import type { Told } from '../events/reaction.ts';
import type { Reader } from '../tenancy/context.ts';

/** quiet: seen when somebody looks. normal: worth a push. urgent: somebody has to act; also worth a mail. */
export type Urgency = 'quiet' | 'normal' | 'urgent';

/** One fact in the words a member reads. */
export interface NoticeText {
  title: string;
  body?: string;
  /** A page of the dashboard inside the workspace, e.g. `/orders/<id>`. */
  link: string;
  /** These people and nobody else (user ids); they still need to be members. Everybody who may read it unless given. */
  to?: readonly string[];
  /** These people do not need to hear it. Whoever caused the fact is left out anyway, unless named in `to`. */
  except?: readonly string[];
  /** Where it happened: members limited to other storefronts or locations are not told. Without either, no limited member is, unless named in `to`. */
  storefrontId?: string | null;
  locationId?: string | null;
}

/** A fact worth a person's attention. A module declares it beside its events; `modules/notifications` carries it to people. */
export interface Notice {
  readonly kind: 'notice';
  /** The kind of notification, as people choose it, e.g. `order.placed`. */
  readonly name: string;
  readonly on: readonly string[];
  /** In the list of choices: "New orders". */
  readonly says: string;
  /** Heading it stands under in the list of choices: "Orders". */
  readonly group: string;
  /** Several of them in one line, `#` being how many: "# new orders". */
  readonly many: string;
  /** The capability a member needs to be told; none for what is only ever sent to named people. */
  readonly needs?: string;
  readonly urgency: Urgency;
  /** Nobody gets it who has not asked for it. */
  readonly onlyWhenChosen?: true;
  /** Looks at the fact alone whether there is anything to say; facts that fail it cost nothing more. */
  readonly when?: (data: never) => boolean;
  readonly text: (r: Reader, data: never, told: Told) => Promise<NoticeText | undefined>;
}

/** Declares a kind of notification. `text` answers undefined when there is nothing to say after all. */
export function notice<D>(definition: {
  kind: string;
  on: Event<D> | readonly Event<D>[];
  says: string;
  group: string;
  many: string;
  needs?: string;
  urgency?: Urgency;
  onlyWhenChosen?: true;
  when?(data: D): boolean;
  text(r: Reader, data: D, told: Told): Promise<NoticeText | undefined> | NoticeText | undefined;
}): Notice {
  const { kind, on, text, urgency = 'normal', ...words } = definition;
  const events = (Array.isArray(on) ? on : [on]) as readonly Event<D>[];
  return { kind: 'notice', name: kind, on: events.map((e) => e.name), urgency, ...words, text: async (r, data, told) => text(r, data, told) };
}
