import { cx } from './cx.ts';

// Fixed, well separated hues; light enough text contrast in both themes because the fill is always dark.
const hues = [268, 30, 225, 150, 340, 180, 5, 305];

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 10_007;
  return hues[sum % hues.length]!;
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

interface Props {
  name: string;
  src?: string | null | undefined;
  size?: 'small' | 'medium' | 'large';
  shape?: 'round' | 'square';
}
const boxes = { small: 'size-6 text-[10px]', medium: 'size-8 text-xs', large: 'size-10 text-[13px]' };

/** A face, or initials on a colour that stays the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, src, size = 'medium', shape = 'round' }: Props) {
  const look = cx('grid shrink-0 place-items-center overflow-hidden font-semibold text-white select-none', boxes[size], shape === 'round' ? 'rounded-full' : 'rounded-[inherit]');
  if (src) return <img src={src} alt="" className={cx(look, 'object-cover')} />;
  return (
    <span aria-hidden className={look} style={{ backgroundColor: `oklch(0.5 0.13 ${hueOf(name)})` }}>
      {initials(name)}
    </span>
  );
}
