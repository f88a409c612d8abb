import type { Hono } from 'hono';
import type { Product } from '../api.ts';
import { AskPage, QuestionsPage } from '../pages/questions.tsx';
import { NotePage } from '../pages/trouble.tsx';
import { signInFirst } from '../visit/forms.ts';
import { page } from '../visit/page.tsx';
import { fields, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { withProduct } from './reviews.tsx';

export function questionRoutes(app: Hono<ShopEnv>): void {
  app.get('/products/:slug/questions', (c) => withProduct(c, (product) => showQuestions(c, product)));
  app.post('/products/:slug/questions', (c) => withProduct(c, (product) => ask(c, product)));
  app.post('/questions/:id/votes', vote);
  app.post('/questions/:id/answers', answer);
}

async function showQuestions(c: ShopRequest, product: Product): Promise<Response> {
  const { visit } = c.var;
  const offset = Math.min(10_000, Math.max(0, Math.trunc(Number(visit.url.searchParams.get('offset')) || 0)));
  const questions = await visit.ask('storefront.questions.list', { productId: product.id, limit: 20, offset });
  const head = { title: `Questions about ${product.title} · ${visit.shop.name}`, canonical: `/products/${product.slug}/questions` };
  return page(c, head, <QuestionsPage visit={visit} product={product} questions={questions} offset={offset} />);
}

async function ask(c: ShopRequest, product: Product): Promise<Response> {
  const { visit } = c.var;
  const typed = await fields(c);
  const { text = '', name, email } = typed;
  try {
    await visit.tell('storefront.questions.ask', { productId: product.id, text, ...(name && { name }), ...(email && { email }) });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return page(c, { title: `Ask a question · ${visit.shop.name}` }, <AskPage visit={visit} product={product} typed={typed} refusal={refusal.sentence} />, refusal.status);
  }
  return c.redirect(`${visit.href(`/products/${product.slug}`)}?asked=1#questions`, 303);
}

async function vote(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { slug = '', answerId } = await fields(c);
  const back = pathOf(slug);
  if (!visit.signedIn) return signInFirst(c, back);
  await visit.tell('storefront.questions.vote', { id: c.req.param('id')!, ...(answerId && { answerId }) });
  return c.redirect(`${visit.href(back)}#questions`, 303);
}

async function answer(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { slug = '', text = '' } = await fields(c);
  if (!visit.signedIn) return signInFirst(c, pathOf(slug));
  await visit.tell('storefront.questions.answer', { id: c.req.param('id')!, text });
  return page(c, { title: `Thank you · ${visit.shop.name}` }, <NotePage visit={visit} title="Thank you for your answer" says="We read it before it is public." />);
}

function pathOf(slug: string): string {
  return /^[\w-]{1,200}$/.test(slug) ? `/products/${slug}` : '/products';
}
