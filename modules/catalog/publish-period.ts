import { Refusal } from '#platform/refusal.ts';

interface Period {
  publishAt?: string | Date | null | undefined;
  unpublishAt?: string | Date | null | undefined;
}

/** A product cannot leave the shop before it comes, nor in the past. */
export function refuseAWrongPeriod({ publishAt, unpublishAt }: Period, now: Date): void {
  if (!unpublishAt) return;
  const end = new Date(unpublishAt);
  if (end <= now) throw wrong('The time to take the product out of the shop has already passed.', 'lies in the past');
  if (publishAt && new Date(publishAt) >= end) throw wrong('The product would leave the shop before it comes in.', 'lies before the publishing time');
}

function wrong(sentence: string, problem: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { unpublishAt: problem } });
}
