import type { JSX } from 'preact';
import type { Product, Questions } from '../api.ts';
import { AskForm, QuestionList } from '../parts/questions.tsx';
import type { Visit } from '../visit/visit.ts';

export function QuestionsPage({ visit, product, questions, offset }: { visit: Visit; product: Product; questions: Questions; offset: number }): JSX.Element {
  const next = offset + questions.data.length;
  return (
    <div class="wrap slim">
      <p class="brand-line"><a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></p>
      <h1>Questions and answers</h1>
      {questions.data.length === 0 ? <p class="empty">Nobody has asked anything yet.</p> : <QuestionList visit={visit} product={product} questions={questions.data} />}
      {next < questions.total && questions.data.length > 0 && <p><a class="button quiet-button" href={`${visit.href(`/products/${product.slug}/questions`)}?offset=${next}`}>More questions</a></p>}
      <AskForm visit={visit} product={product} />
    </div>
  );
}

export function AskPage({ visit, product, typed, refusal }: { visit: Visit; product: Product; typed: Record<string, string>; refusal: string }): JSX.Element {
  return (
    <div class="wrap narrow">
      <p class="brand-line"><a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></p>
      <h1>Ask a question</h1>
      <AskForm visit={visit} product={product} typed={typed} refusal={refusal} />
    </div>
  );
}
