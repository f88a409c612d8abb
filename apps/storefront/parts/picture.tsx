import type { JSX } from 'preact';
import type { Picture as Source } from '../api.ts';

/** The widths our own files come in. */
const WIDTHS = [160, 320, 640, 1280];

interface Props {
  of: Source | null;
  alt: string;
  /** How wide it is shown, as the sizes attribute wants it. */
  sizes: string;
  /** 'first' is the picture the visitor waits for; every other one may come late. */
  comes?: 'first' | 'late';
  class?: string;
  id?: string;
}

/** A picture that never moves the page: its box is known, its file fits the screen. */
export function Picture({ of, alt, sizes, comes = 'late', class: name, id }: Props): JSX.Element {
  if (!of) return <span class={`no-picture ${name ?? ''}`} id={id} aria-hidden="true" />;
  return (
    <img
      id={id}
      class={name}
      src={sized(of.url, 640)}
      srcset={srcset(of)}
      sizes={sizes}
      width={of.width ?? 800}
      height={of.height ?? 800}
      style={of.focal ? `object-position:${of.focal.x}% ${of.focal.y}%` : undefined}
      alt={of.alt ?? alt}
      loading={comes === 'late' ? 'lazy' : undefined}
      fetchpriority={comes === 'first' ? 'high' : undefined}
      decoding={comes === 'late' ? 'async' : undefined}
    />
  );
}

/** Our own files come in any width; a stranger's server has only the one it has. */
export function srcset(of: Source): string | undefined {
  if (!of.url.startsWith('/')) return undefined;
  const widest = of.width ?? 1280;
  const joint = of.url.includes('?') ? '&' : '?';
  let set = '';
  for (const width of WIDTHS) {
    set += `${set ? ', ' : ''}${of.url}${joint}w=${width} ${width}w`;
    if (width >= widest) break;
  }
  return set;
}

export function sized(url: string, width: number): string {
  return url.startsWith('/') ? `${url}${url.includes('?') ? '&' : '?'}w=${width}` : url;
}
