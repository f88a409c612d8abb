import type { JSX } from 'preact';
import type { Product, Question, Questions } from '../api.ts';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  product: Pick<Product, 'id' | 'slug' | 'title'>;
  questions: Questions;
}

export function QuestionSection({ visit, product, questions }: Props): JSX.Element {
  const more = questions.total - questions.data.length;
  return (
    <section class="voice" id="questions" aria-labelledby="questions-title">
      <h2 id="questions-title">Questions and answers</h2>
      {visit.url.searchParams.has('asked') && <p class="note good" role="status">Thank you. We read your question and answer by mail; then it stands here as well.</p>}
      {questions.total === 0 ? <p class="quiet">Nobody has asked anything yet.</p> : <QuestionList visit={visit} product={product} questions={questions.data} />}
      {more > 0 && <p><a href={visit.href(`/products/${product.slug}/questions`)}>All {questions.total} questions</a></p>}
      <AskForm visit={visit} product={product} />
    </section>
  );
}

export function QuestionList({ visit, product, questions }: { visit: Visit; product: Props['product']; questions: Question[] }): JSX.Element {
  return <ul class="reviews">{questions.map((each) => <li id={`question-${each.id}`}><OneQuestion visit={visit} product={product} question={each} /></li>)}</ul>;
}

function OneQuestion({ visit, product, question }: { visit: Visit; product: Props['product']; question: Question }): JSX.Element {
  const action = visit.href(`/questions/${question.id}/votes`);
  return (
    <article>
      <p class="said"><strong>{question.text}</strong></p>
      <p class="quiet">{question.author}{question.verified && <Badge />}</p>
      <form class="row votes" method="post" action={action}>
        <input type="hidden" name="slug" value={product.slug} />
        <button class="link" aria-label={`I have this question too: ${question.text}`}>I have this question too{question.votes > 0 && ` (${question.votes})`}</button>
      </form>
      {question.answers.map((answer) => (
        <blockquote class="reply">
          <p class="said">{answer.text}</p>
          <p class="quiet">{answer.by === 'shop' ? visit.shop.name : answer.author}{answer.verified && <Badge />}</p>
          <form class="row votes" method="post" action={action}>
            <input type="hidden" name="slug" value={product.slug} />
            <input type="hidden" name="answerId" value={answer.id} />
            <button class="link" aria-label={`The answer by ${answer.by === 'shop' ? visit.shop.name : answer.author} helped me`}>That helped me{answer.votes > 0 && ` (${answer.votes})`}</button>
          </form>
        </blockquote>
      ))}
      {visit.signedIn && (
        <details class="answer">
          <summary>Answer, if you bought it</summary>
          <form class="stack" method="post" action={visit.href(`/questions/${question.id}/answers`)}>
            <input type="hidden" name="slug" value={product.slug} />
            <textarea name="text" required minLength={5} maxLength={2000} rows={3} aria-label="Your answer" />
            <button class="button quiet-button">Send the answer</button>
          </form>
        </details>
      )}
    </article>
  );
}

function Badge(): JSX.Element {
  return <span class="verified">Verified purchase</span>;
}

export function AskForm({ visit, product, typed = {}, refusal = '' }: { visit: Visit; product: Props['product']; typed?: Record<string, string>; refusal?: string }): JSX.Element {
  return (
    <details class="ask" open={refusal !== ''}>
      <summary class="button quiet-button">Ask a question</summary>
      <form class="stack" method="post" action={visit.href(`/products/${product.slug}/questions`)}>
        {refusal && <p class="note bad" role="alert">{refusal}</p>}
        <div class="field wide"><label for="question-text">Your question</label><textarea id="question-text" name="text" required minLength={5} maxLength={1000} rows={3}>{typed['text']}</textarea></div>
        {!visit.signedIn && (
          <>
            <div class="field"><label for="question-name">Name <span class="quiet">(everybody reads it)</span></label><input id="question-name" name="name" required maxLength={60} autocomplete="name" value={typed['name']} /></div>
            <div class="field"><label for="question-email">Email <span class="quiet">(for the answer, never shown)</span></label><input id="question-email" name="email" type="email" required maxLength={254} autocomplete="email" value={typed['email']} /></div>
          </>
        )}
        <button class="button">Send the question</button>
      </form>
    </details>
  );
}
