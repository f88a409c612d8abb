import type { Visit } from '../visit/visit.ts';

/** Day and time where the shop is; where that is unknown only the day, which is nearly always right. */
export function moment(at: string, { locale, timeZone }: Visit['shop']): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (!timeZone) return new Date(at).toLocaleDateString(locale, { ...day, timeZone: 'UTC' });
  return new Date(at).toLocaleString(locale, { ...day, hour: 'numeric', minute: '2-digit', timeZone });
}
