import { countSalesAnew } from '#modules/feeds/index.ts';
import type { Section } from '#modules/storefronts/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';

interface Face {
  promises: NonNullable<Section['promises']>;
  collection: { slug: string; title: string };
  story: { title: string; text: string };
  note: string;
}

const FACES: Record<string, Face> = {
  'Southerly Coffee': {
    promises: [
      { title: 'Roasted this week', text: 'Every Tuesday, in small batches.' },
      { title: 'Free delivery from $60', text: 'All over New Zealand, in one to three days.' },
      { title: 'Not your cup?', text: 'We send another bag and pay the postage.' },
    ],
    collection: { slug: 'first-kit', title: 'Your first kit' },
    story: { title: 'Two people and a drum', text: 'We began in a boatshed with a five-kilo roaster and a notebook. The roaster has grown; the notebook is the same one.\n\nEvery bag tells the farm, the harvest and the day it was roasted.' },
    note: 'Roasted on the harbour since 2016.',
  },
};
const USUAL: Face = {
  promises: [
    { title: 'A certificate with every stone', text: 'Weight, origin and treatment, by an independent laboratory.' },
    { title: 'Insured all the way', text: 'Signed for, in a plain box.' },
    { title: 'Thirty days to look', text: 'In your own light, with your own eyes.' },
  ],
  collection: { slug: '', title: '' },
  story: { title: 'From the one who cut it', text: 'We buy rough from people we have known for years and cut it ourselves. So we can tell what was done to a stone, and what was not.' },
  note: 'Cut and set by hand.',
};

const PAGES = [
  { slug: 'delivery', title: 'Delivery', html: '<p>Orders that reach us before noon leave on the same working day. The price of delivery is shown before you pay.</p><h2>How long it takes</h2><ul><li>Cities: one to two working days</li><li>Country roads: two to four working days</li><li>Abroad: five to twelve working days</li></ul>' },
  { slug: 'returns', title: 'Returns', html: '<p>Thirty days, no questions. Write to us with the number of your order and we send you a label.</p><p>The money is back on your card within five working days after the parcel has reached us.</p>' },
  { slug: 'privacy', title: 'Privacy', html: '<p>We keep what we need to send your order and to answer your questions, and nothing is sold to anybody. In your account you can see what we know and have it deleted.</p>' },
];

/** How a demo shop greets: sections of its home page, text pages, and what sells now from its own orders. */
export async function dressShop(tx: Tx, { name, storefrontId }: { name: string; storefrontId: string }): Promise<void> {
  const { promises, collection, story, note } = FACES[name] ?? USUAL;
  const [found] = collection.slug ? await tx.sql<{ id: string }>`select id from collections where slug = ${collection.slug}` : [];
  const sections: Section[] = [
    { id: 'hero', kind: 'hero' },
    { id: 'promises', kind: 'promises', promises },
    { id: 'hot', kind: 'hot' },
    { id: 'categories', kind: 'categories' },
    ...(found ? [{ id: 'collection', kind: 'collection' as const, title: collection.title, collection: found.id }] : []),
    { id: 'bestselling', kind: 'bestselling' },
    { id: 'recently-sold', kind: 'recently-sold' },
    { id: 'story', kind: 'text', title: story.title, text: story.text, button: 'See everything', link: '/products' },
    { id: 'newest', kind: 'newest' },
    { id: 'recently-viewed', kind: 'recently-viewed' },
  ];
  await tx.sql`update storefronts set theme = theme || ${JSON.stringify({ sections, footerNote: note })}::jsonb where id = ${storefrontId}`;
  for (const { slug, title, html } of PAGES) await tx.sql`insert into storefront_pages (storefront_id, slug, title, html) values (${storefrontId}, ${slug}, ${title}, ${html}) on conflict do nothing`;
  await countSalesAnew(tx);
}
