import type { JSX } from 'preact';
import type { Product, SizeAnswer, SizeGuide, Sizing } from '../api.ts';
import { SizeTable } from '../parts/sizing.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  product: Product;
  guide: SizeGuide;
  fit: Sizing['fit'];
  unit: 'cm' | 'in';
  body: Record<string, number>;
  answer: SizeAnswer | null;
  asked: 'asked' | 'not yet';
}

/** The table, and the size for whoever types their measures. */
export function SizeGuidePage({ visit, product, guide, fit, unit, body, answer, asked }: Props): JSX.Element {
  const here = visit.href(`/products/${product.slug}/size-guide`);
  const other = unit === 'cm' ? 'in' : 'cm';
  return (
    <div class="wrap slim">
      <p class="brand-line"><a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></p>
      <h1>Find your size</h1>
      {fit && <p>{fit === 'true' ? 'Customers say it is true to size.' : `Customers say it runs ${fit}.`}</p>}
      <section class="panel" aria-labelledby="yours">
        <h2 id="yours">Your measures, in {unit === 'cm' ? 'centimetres' : 'inches'}</h2>
        {answer && <p class={answer.size && answer.how === 'fits' ? 'note good' : 'note'} role="status">{answer.says}</p>}
        {asked === 'asked' && !answer && <p class="note bad" role="alert">Enter at least one of your measures, like {unit === 'cm' ? '96' : '38'}.</p>}
        <form class="row measures" method="get" action={here}>
          <input type="hidden" name="unit" value={unit} />
          {guide.measures.map(({ key, says }) => (
            <div class="field"><label for={`measure-${key}`}>{says}</label><input id={`measure-${key}`} name={key} inputMode="decimal" maxLength={6} value={body[key] ?? ''} autocomplete="off" /></div>
          ))}
          <button class="button">Which size?</button>
        </form>
        <p class="quiet">Nothing of it is kept.</p>
      </section>
      <h2>Size table</h2>
      {guide.note && <p class="said">{guide.note}</p>}
      <SizeTable guide={guide} unit={unit} />
      <p><a href={`${here}?unit=${other}`}>Show it in {other === 'cm' ? 'centimetres' : 'inches'}</a></p>
    </div>
  );
}
