import { useEffect, useRef, useState } from 'react';

const LASTS = 500;

/**
 * A number that runs to its new value when it changes, and only then. Whoever asked their system for less motion sees the
 * new value at once; screen readers hear the value that holds, never the steps between.
 */
export function AnimatedNumber({ value, write }: { value: number; write(value: number): string }) {
  const shown = useRunning(value);
  return (
    <>
      <span aria-hidden className="figures whitespace-nowrap">{write(shown)}</span>
      <span className="sr-only">{write(value)}</span>
    </>
  );
}

function useRunning(value: number): number {
  const [shown, setShown] = useState(value);
  const standing = useRef(value);
  useEffect(() => {
    const from = standing.current;
    const show = (next: number) => setShown((standing.current = next));
    if (from === value) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.visibilityState === 'hidden') return show(value);
    let frame = requestAnimationFrame(function first(begin) {
      frame = requestAnimationFrame(function step(now) {
        const share = Math.min(1, (now - begin) / LASTS);
        show(share === 1 ? value : Math.round(from + (value - from) * (1 - (1 - share) ** 3)));
        if (share < 1) frame = requestAnimationFrame(step);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}
