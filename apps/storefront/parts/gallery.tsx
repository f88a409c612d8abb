import type { JSX } from 'preact';
import type { Product } from '../api.ts';
import { galleryItems, type GalleryItem } from '../gallery-items.ts';
import { CubeIcon, PlayIcon, TurnIcon } from './icons.tsx';
import { Picture, sized } from './picture.tsx';

export const gallerySizes = '(min-width: 1200px) 620px, (min-width: 800px) 54vw, 100vw';

/**
 * A strip that snaps; the small pictures are links into it, and every picture leads to its large self, so it needs no script.
 * With scripts islands/gallery.ts adds zoom, the lightbox, turning and 3D.
 */
export function Gallery({ product }: { product: Product }): JSX.Element {
  const items = galleryItems(product);
  if (items.length === 0) return <div class="gallery"><Picture of={null} alt={product.title} sizes={gallerySizes} /></div>;
  return (
    <section class="gallery" aria-label="Pictures">
      <div class="strip" role="group" aria-label={`Pictures of ${product.title}`}>
        {items.map((item, i) => <div class="frame" id={`picture-${i + 1}`} data-url={item.kind === 'picture' ? item.of.url : undefined}><Item item={item} place={i} /></div>)}
      </div>
      {items.length > 1 && <Thumbs items={items} />}
    </section>
  );
}

function Item({ item, place }: { item: GalleryItem; place: number }): JSX.Element {
  if (item.kind === 'video') return <Video item={item} />;
  if (item.kind === 'model') return <Model item={item} />;
  if (item.kind === 'spin') return <Spin item={item} />;
  return (
    <a class="enlarge" href={sized(item.of.url, 1280)} data-large={sized(item.of.url, 1280)} aria-label={`Enlarge: ${item.alt}`}>
      <Picture of={item.of} alt={item.alt} sizes={gallerySizes} comes={place ? 'late' : 'first'} />
    </a>
  );
}

function Video({ item }: { item: Extract<GalleryItem, { url: string }> }): JSX.Element {
  return (
    // Films of products seldom speak; the description stands for those that do.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video class="moving" controls playsInline preload={item.poster ? 'none' : 'metadata'} poster={item.poster ? sized(item.poster.url, 1280) : undefined} aria-label={item.alt}>
      <source src={item.url} type={item.url.endsWith('.webm') ? 'video/webm' : 'video/mp4'} />
      <a href={item.url}>{item.alt}</a>
    </video>
  );
}

function Model({ item }: { item: Extract<GalleryItem, { url: string }> }): JSX.Element {
  return (
    <div class="moving stage" data-model={item.url} data-says={item.alt}>
      {item.poster ? <Picture of={item.poster} alt="" sizes={gallerySizes} /> : <CubeIcon />}
      <a class="button stage-start" href={item.url} download><CubeIcon /><span class="scripted">View in 3D</span><span class="unscripted">Download the 3D model</span></a>
    </div>
  );
}

function Spin({ item }: { item: Extract<GalleryItem, { kind: 'spin' }> }): JSX.Element {
  return (
    <div class="moving stage" data-spin={JSON.stringify(item.sides.map((side) => sized(side.url, 1280)))} data-says={item.alt}>
      <Picture of={item.sides[0]!} alt={item.alt} sizes={gallerySizes} />
      <ul class="sides unscripted">{item.sides.map((side, i) => <li><a href={sized(side.url, 1280)}>Side {i + 1}</a></li>)}</ul>
    </div>
  );
}

const MARKS = { video: PlayIcon, model: CubeIcon, spin: TurnIcon };
const WORDS = { picture: 'Picture', video: 'Video', model: '3D model', spin: 'All sides' };

function Thumbs({ items }: { items: GalleryItem[] }): JSX.Element {
  return (
    <ul class="thumbs">
      {items.map((item, i) => {
        const shown = item.kind === 'picture' ? item.of : item.kind === 'spin' ? item.sides[0]! : item.poster;
        const Mark = item.kind === 'picture' ? null : MARKS[item.kind];
        const name = item.kind === 'picture' || item.kind === 'video' ? `${WORDS[item.kind]} ${i + 1}` : WORDS[item.kind];
        return (
          <li>
            <a href={`#picture-${i + 1}`} aria-label={name} aria-current={i === 0 ? 'true' : undefined}>
              <Picture of={shown} alt="" sizes="72px" />
              {Mark && <span class="mark"><Mark /></span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
