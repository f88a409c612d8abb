import { useLocale, type Locale } from './locale.tsx';

type Style = 'short' | 'date' | 'long';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, options: Intl.DateTimeFormatOptions, { locale, timeZone }: Locale): string {
  const key = JSON.stringify([locale, timeZone, options]);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  // Node and browsers may disagree on narrow spaces before "pm".
  return made.format(at).replaceAll(/[\u202f\u00a0]/g, ' ');
}

export function dayText(at: Date, here: Locale): string {
  return format(at, { day: '2-digit', month: '2-digit', year: 'numeric' }, here);
}

/** "Today, 2:05 pm", "12 Nov, 9:30 am", "3 Jan 2025". */
export function dateText(at: Date, style: Style, here: Locale): string {
  if (style !== 'short') return format(at, styles[style], here);
  const now = new Date(here.now);
  const time = format(at, { hour: 'numeric', minute: '2-digit' }, here);
  if (dayText(at, here) === dayText(now, here)) return `Today, ${time}`;
  if (dayText(at, here) === dayText(new Date(now.getTime() - 86_400_000), here)) return `Yesterday, ${time}`;
  const sameYear = format(at, { year: 'numeric' }, here) === format(now, { year: 'numeric' }, here);
  return format(at, sameYear ? styles.short : styles.date, here);
}

/** An instant in the workspace's time zone; the full form on hover. `sentence`: in the middle of one, "today, 2:05 pm". */
export function DateTime({ at, as = 'short' }: { at: string | Date | null | undefined; as?: Style | 'sentence' }) {
  const here = useLocale();
  if (!at) return <span data-nothing className="text-ink-3">–</span>;
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()} title={dateText(instant, 'long', here)} className={as === 'long' ? 'figures' : 'figures whitespace-nowrap'}>
      {as === 'sentence' ? lowerFirst(dateText(instant, 'short', here)) : dateText(instant, as, here)}
    </time>
  );
}
