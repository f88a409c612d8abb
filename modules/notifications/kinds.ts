import type { Heard } from '#platform/events/reaction.ts';
import type { Notice } from '#platform/notices/notice.ts';
import { registry } from '#platform/registry.ts';

let known: { all: readonly Notice[]; byEvent: Map<string, Notice[]>; modules: unknown } | undefined;

function kinds(): NonNullable<typeof known> {
  if (known?.modules !== registry.modules()) {
    const all = registry.notices();
    const byEvent = new Map<string, Notice[]>();
    for (const kind of all) for (const event of kind.on) byEvent.set(event, [...(byEvent.get(event) ?? []), kind]);
    known = { all, byEvent, modules: registry.modules() };
  }
  return known;
}

/** Every kind of notification the modules declare. */
export function allKinds(): readonly Notice[] {
  return kinds().all;
}

export function kindsOf(event: string): readonly Notice[] {
  return kinds().byEvent.get(event) ?? [];
}

/** What may be said of a fact, as far as the fact itself tells. */
export function kindsFor({ event, data }: Pick<Heard, 'event' | 'data'>): readonly Notice[] {
  return kindsOf(event).filter(({ when }) => when?.(data as never) ?? true);
}

/** The events somebody may be told about. */
export function noticedEvents(): readonly string[] {
  return [...kinds().byEvent.keys()];
}

export function kindNamed(name: string): Notice | undefined {
  return kinds().all.find((kind) => kind.name === name);
}

export interface Media {
  bell: boolean;
  push: boolean;
  mail: boolean;
}

/** What somebody gets who has chosen nothing: the bell always, a push when it is worth one, a mail when they have to act. */
export function usualMedia({ urgency, onlyWhenChosen }: Pick<Notice, 'urgency' | 'onlyWhenChosen'>): Media {
  if (onlyWhenChosen) return { bell: false, push: false, mail: false };
  return { bell: true, push: urgency !== 'quiet', mail: urgency === 'urgent' };
}
