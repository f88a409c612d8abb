import type { JSX } from 'preact';
import { lengthText } from '#modules/sizing/index.ts';
import type { Product, SizeGuide, Sizing } from '../api.ts';
import type { Visit } from '../visit/visit.ts';

const WORDS = { small: 'Customers say it runs small.', large: 'Customers say it runs large.', true: 'Customers say it is true to size.' };

/** How it fits, and the way to one's size. */
export function FitLine({ visit, product, sizing }: { visit: Visit; product: Pick<Product, 'slug'>; sizing: Sizing }): JSX.Element | null {
  if (!sizing.guide && !sizing.fit) return null;
  return (
    <p class="fit-line">
      {sizing.fit && <span>{WORDS[sizing.fit]} </span>}
      {sizing.guide && <a href={visit.href(`/products/${product.slug}/size-guide`)}>Find your size</a>}
    </p>
  );
}

/** The table of a guide, in both units. */
export function SizeTable({ guide, unit }: { guide: SizeGuide; unit: 'cm' | 'in' }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Size table">
      <table class="sizes">
        <caption>{guide.name}, in {unit === 'cm' ? 'centimetres' : 'inches'}</caption>
        <thead><tr><th scope="col">Size</th>{guide.measures.map((each) => <th scope="col">{each.says}</th>)}</tr></thead>
        <tbody>
          {guide.sizes.map((row) => (
            <tr>
              <th scope="row">{row.size}</th>
              {guide.measures.map(({ key }) => <td>{rangeText(row.ranges[key], unit)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rangeText(range: { from: number; to: number } | undefined, unit: 'cm' | 'in'): string {
  if (!range) return '–';
  const [from, to] = [lengthText(range.from, unit), lengthText(range.to, unit)];
  return from === to ? from : `${from}–${to}`;
}
