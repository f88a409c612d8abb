import { publicUrl } from '#modules/accounts/index.ts';
import { storefrontAddress } from '#modules/storefronts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { brandOf } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { questionAnswered } from './events.ts';

interface Facts {
  email: string;
  author: string;
  question: string;
  answer: string;
  by: string;
  product: string;
  slug: string;
  storefrontId: string | null;
}

/** Whoever asked hears of each answer once. */
export const mailTheAnswer = reaction({
  name: 'questions.answer-mail',
  on: questionAnswered,
  async run(ctx, { questionId, answerId }) {
    const [facts] = await ctx.read((r) => r.sql<Facts>`
      select q.email, q.author, q.text as question, a.text as answer, a.author as by, p.title as product, p.slug, q.storefront_id as "storefrontId"
      from questions q join question_answers a on a.question_id = q.id and a.id = ${answerId} and a.state = 'published' join products p on p.id = q.product_id
      where q.id = ${questionId} and q.state = 'published' and (a.customer_id is null or q.customer_id is distinct from a.customer_id)`);
    // Whoever asked and was erased since left no address.
    if (!facts?.email) return;
    const shop = await ctx.read((r) => storefrontAddress(r, facts.storefrontId));
    const brand = { ...(await ctx.read(brandOf)), ...(shop && { name: shop.name }) };
    const words = letter({
      brand,
      subject: `Your question about ${facts.product}`,
      title: `${facts.by} answered you`,
      paragraphs: [`You asked: ${facts.question}`, `The answer: ${facts.answer}`],
      button: { says: 'See it in the shop', url: `${shop?.url ?? publicUrl()}/products/${facts.slug}#questions` },
      foot: { says: `You get this mail because you asked a question at ${shop?.name ?? brand.name}.` },
    });
    await sendMail(ctx, { to: facts.email, ...words }, { once: `answer:${answerId}`, about: questionId });
  },
});
