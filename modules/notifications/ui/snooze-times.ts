export interface SnoozeTime {
  label: string;
  until: Date;
}

/** Later today (three hours on), tomorrow at eight, Monday at eight: on the clock of the device. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const inHours = new Date(now);
  inHours.setHours(now.getHours() + 3, now.getMinutes(), 0, 0);
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { label: 'In three hours', until: inHours },
    { label: 'Tomorrow', until: morning(now, 1) },
    { label: 'Next week', until: morning(now, daysToMonday) },
  ];
}

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 8);
}
