/** What a customer and the shop write to each other: by turns, the customer first. */
export interface Talks {
  /** About an order that has left the house. */
  aboutOrders: readonly (readonly string[])[];
  /** About an order of the last days; the shop has not answered yet. */
  waiting: readonly string[];
  /** From the account, about no order: the subject, then the turns. */
  fromAccounts: readonly (readonly [subject: string, ...turns: string[]])[];
}

export const GEM_TALKS: Talks = {
  aboutOrders: [
    ['It is for a birthday on the 24th. Will it be here in time?', 'It left us this morning by express, so it should be with you in two days.', 'It came today. Thank you, that was quick!'],
    ['Could you leave the price off the packing slip? It is a present.', 'Of course. There are no prices in any of our parcels.'],
    ['The ring is half a size too large after all. What do I do?', 'Send it to us within the year and we make it smaller, free of charge.\n\nA label is on its way to you.', 'Wonderful. I will bring it to the post tomorrow.', 'It has arrived here and goes back to you on Friday.'],
    ['The parcel says delivered, but I was not at home and there is nothing at the door.', 'We asked the carrier: your neighbour at number 12 signed for it.', 'Found it. Sorry for the trouble!'],
    ['Is the certificate in the same box?', 'It is under the lid, in the paper sleeve.'],
  ],
  waiting: ['Can I still change the engraving? It should read “M & J”, not “M + J”.', 'May I pick it up at the workshop instead of having it sent?', 'The tracking has not moved since Monday. Is everything all right?'],
  fromAccounts: [
    ['A pair for our wedding', 'Do you make pairs of rings from one piece of gold?', 'We do, and it takes six weeks. Come by on a Thursday, or tell us your sizes and we send you drawings.', 'Thursday it is. See you then!'],
    ['An old brooch', 'I have a brooch of my grandmother’s with a stone missing. Could you replace it?'],
  ],
};

export const COFFEE_TALKS: Talks = {
  aboutOrders: [
    ['I chose the wrong grind. It should have been whole beans.', 'It was roasted this morning and not ground yet, so yours will be beans.', 'You are the best.'],
    ['Which day do you roast? I would like it as fresh as it can be.', 'Tuesdays and Fridays. Yours is from today and leaves this afternoon.'],
    ['One of the bags came with a hole in it.', 'We are sorry. Another one is in the post, and please use the first for the compost.', 'It came already. Thank you!'],
    ['Could the next parcel go to my office? 40 Dixon Street.', 'Noted. You can also change it in your account before you order.'],
    ['How long should I let this one rest?', 'Seven days for filter, twelve for espresso. It gets sweeter every day.'],
  ],
  waiting: ['The grinder stops after ten seconds. Is there a trick to it?', 'I ordered twice by accident. Can you cancel the second one?', 'Does the parcel need a signature? I am away until Friday.'],
  fromAccounts: [
    ['Coffee for our office', 'We are twelve people and drink about three kilos a week. Do you have a price for that?', 'We do: fifteen per cent off from two kilos a week, and we deliver on Mondays. Shall we begin with the house blend?'],
    ['Green beans', 'Do you sell unroasted beans? I have bought a small roaster.'],
  ],
};
