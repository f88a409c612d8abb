/*
 * A time an offer really ends at stands on the page as text. Scripts count down to it; at the end they say so.
 */

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

export function startCountdowns(): void {
  const tick = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-until]')) {
      const says = leftUntil(new Date(place.dataset['until']!).getTime() - Date.now());
      if (place.textContent !== says) place.textContent = says;
    }
  };
  tick();
  setInterval(tick, SECOND);
}

/** "ends in 2 days", "ends in 3:04:09", "has ended". */
export function leftUntil(millis: number): string {
  if (millis <= 0) return 'has ended';
  const days = Math.floor(millis / DAY);
  if (days >= 2) return `ends in ${days} days`;
  const seconds = Math.floor(millis / SECOND);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `ends in ${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
