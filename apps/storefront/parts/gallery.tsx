import type { JSX } from 'preact';
import type { Picture as Source } from '../api.ts';
import { Picture } from './picture.tsx';

export const gallerySizes = '(min-width: 1200px) 620px, (min-width: 800px) 54vw, 100vw';

/** A strip that snaps; the small pictures are links into it, so it needs no script. */
export function Gallery({ images, title }: { images: Source[]; title: string }): JSX.Element {
  if (images.length === 0) return <div class="gallery"><Picture of={null} alt={title} sizes={gallerySizes} /></div>;
  return (
    <section class="gallery" aria-label="Pictures">
      <div class="strip" tabIndex={images.length > 1 ? 0 : undefined} role="group" aria-label={`Pictures of ${title}`}>
        {images.map((image, i) => (
          <div class="frame" id={`picture-${i + 1}`} data-url={image.url}>
            <Picture of={image} alt={i ? `${title}, picture ${i + 1}` : title} sizes={gallerySizes} comes={i ? 'late' : 'first'} />
          </div>
        ))}
      </div>
      {images.length > 1 && (
        <ul class="thumbs">
          {images.map((image, i) => (
            <li><a href={`#picture-${i + 1}`} aria-label={`Picture ${i + 1}`}><Picture of={image} alt="" sizes="72px" /></a></li>
          ))}
        </ul>
      )}
    </section>
  );
}
