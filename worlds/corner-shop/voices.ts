/** What customers of a shop say, ask and are promised. */
export interface Voices {
  /** By stars, five to one: [title, text]. */
  reviews: Readonly<Record<5 | 4 | 3 | 2 | 1, readonly (readonly [string, string])[]>>;
  replies: readonly string[];
  questions: readonly { asks: string; answers: string; buyer?: string }[];
  waiting: readonly string[];
  /** By category slug: months, and the promise. */
  warranties: readonly { category: string; months: number; terms: string }[];
  /** For things with this option; lengths in millimetres. */
  sizes?: { name: string; note: string; category: string; measure: readonly [key: string, says: string]; rows: readonly (readonly [size: string, from: number, to: number])[] };
}

export const GEM_VOICES: Voices = {
  reviews: {
    5: [
      ['She said yes', 'It looks even better on the hand than in the pictures, and it arrived a day early.'],
      ['My grandmother’s kind of quality', 'You can tell that somebody sat over this for a long time. The setting is perfect.'],
      ['The colour!', 'In the evening it is a different stone than at noon. I keep looking at it.'],
      ['Honest description', 'Every inclusion they wrote about is there and nothing they did not. That is why I buy here.'],
      ['Beautifully packed', 'A little box, a card by hand, and the certificate. A present in itself.'],
      ['', 'Third time I buy here and not the last.'],
    ],
    4: [
      ['Lovely, a touch small', 'The stone is as described. I had imagined it a little larger, so do look at the millimetres.'],
      ['Very good', 'Fine work. The clasp took some getting used to.'],
      ['', 'Would have liked a longer chain with it, the rest is perfect.'],
    ],
    3: [
      ['Nice, but paler than on my screen', 'Pretty stone. The colour is softer than in the picture; by candle light it is fine.'],
      ['', 'Good piece, but it was two days late for the birthday.'],
    ],
    2: [['The size was not right', 'Runs small. Had to have it made wider, which they did without a word.']],
    1: [['Came with a scratch', 'A fine line on the band. They changed it at once, so one star for the first and five for the second.']],
  },
  replies: ['Thank you so much. We have passed it on to the bench.', 'Thank you for telling us. Screens differ, and we will add a picture in daylight.', 'We are sorry it came that way. It should never have left the house.'],
  questions: [
    { asks: 'Can it be made half a size larger later?', answers: 'Yes, by up to two sizes, and the first change is free within a year.' },
    { asks: 'Is the stone treated in any way?', answers: 'If it were, the description would say so. This one is as it came out of the ground, cut and polished.' },
    { asks: 'Does it come with a box?', answers: 'Always: a small oak box and a card. Tell us in the note what to write on it.', buyer: 'It does, and the box is so nice that I kept it on the dresser.' },
    { asks: 'How do I clean it?', answers: 'Lukewarm water, a drop of dish soap and a soft brush. No ultrasound for this stone, please.' },
  ],
  waiting: ['Would it suit a left-hander’s daily wear, or is it too delicate?', 'Could I see it in your shop on a Saturday?'],
  warranties: [{ category: 'rings', months: 24, terms: 'We mend or replace settings and clasps free of charge.' }, { category: 'pendants', months: 24, terms: 'We mend or replace settings and clasps free of charge.' }, { category: 'earrings', months: 24, terms: 'We mend or replace settings and clasps free of charge.' }],
  sizes: {
    name: 'Ring sizes', category: 'rings', note: 'Lay a strip of paper around the finger in the evening, when it is warm, and measure the strip.', measure: ['finger', 'Around the finger'],
    rows: [['K', 49, 50], ['L', 51, 51], ['M', 52, 53], ['N', 54, 54], ['O', 55, 56], ['P', 57, 58]],
  },
};

export const COFFEE_VOICES: Voices = {
  reviews: {
    5: [
      ['The best we have had at home', 'Sweet, clean, and still good when it is cold. We are on the third bag.'],
      ['Fresh is the word', 'Roasted on Tuesday, in my letterbox on Thursday, and it blooms like in the books.'],
      ['As it says on the bag', 'I never taste what bags promise. Here I do.'],
      ['Converted my husband', 'He used to drink instant. He does not any more.'],
      ['', 'Arrived quickly, packed in paper, tastes wonderful.'],
      ['Works every morning', 'No drama with the grind, forgiving, and lovely with milk.'],
    ],
    4: [
      ['Lovely, needs a week', 'A little sharp on the first day; after a week it opens up.'],
      ['Good', 'Lighter than I usually drink. Very good as filter, less so in the moka pot.'],
      ['', 'Nice thing, and the parcel had no plastic at all.'],
    ],
    3: [['Not for my machine', 'I am sure it is fine as filter. As espresso it was too bright for me.'], ['', 'Solid, nothing more.']],
    2: [['Ground too fine', 'I asked for plunger and got something nearer to filter. The next bag was right.']],
    1: [['The bag had split', 'Half of it was in the box. They sent another one the same day.']],
  },
  replies: ['Thank you! Patience pays with this one: give it seven days.', 'Thank you for telling us. Write to us and we will find you a darker one.', 'Sorry about that. The new bags have a double seam.'],
  questions: [
    { asks: 'How long does it keep?', answers: 'Six weeks in the closed bag, three once it is open. Not in the fridge, please.' },
    { asks: 'Which grind for a moka pot?', answers: 'Choose espresso and write “moka” in the note; we go two clicks coarser.', buyer: 'I use the plain espresso grind in mine, works well.' },
    { asks: 'Is the bag compostable?', answers: 'The paper one is, valve included. The one-kilo bag is recyclable plastic.' },
    { asks: 'Can I have it as a subscription?', answers: 'Not yet. Until then: save it, and order again from your account.' },
  ],
  waiting: ['Do you ship to the Chatham Islands?', 'Will the natural from this farm come back this year?'],
  warranties: [{ category: 'kettles-and-grinders', months: 24, terms: 'Motors, burrs and switches. Send it to us, we do the rest.' }, { category: 'brewers', months: 12, terms: 'Glass that breaks in use is not part of it.' }],
};
