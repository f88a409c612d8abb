import { brandOf } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { formatMoney } from '#platform/money.ts';
import { reaction } from '#platform/events/reaction.ts';
import { codeBehind, inGroups } from './code.ts';
import { giftCardIssued } from './events.ts';

/** Whoever gets a gift card gets its code by mail, once. The log of mails shows that it was sent, not what it says. */
export const mailTheCard = reaction({
  name: 'gift-cards.mail',
  on: giftCardIssued,
  async run(ctx, { giftCardId, value }) {
    const [card] = await ctx.read((r) => r.sql<{ id: string; codeHash: string; email: string; expiresAt: Date | null; disabled: boolean }>`
      select id, code_hash as "codeHash", email, expires_at as "expiresAt", disabled_at is not null as disabled from value_accounts where id = ${giftCardId}`);
    const code = card && codeBehind(ctx.workspaceId, card);
    if (!card || !code || card.email === '' || card.disabled) return;
    const brand = await ctx.read(brandOf);
    const subject = `Your gift card over ${formatMoney(value)}`;
    const until = card.expiresAt ? `It can be spent until ${card.expiresAt.toISOString().slice(0, 10)}.` : 'It does not expire.';
    const written = letter({
      brand,
      subject,
      title: subject,
      paragraphs: [`Enter this code when you check out. What is left stays on the card for next time. ${until}`],
      rows: [['Code', inGroups(code)], ['Value', formatMoney(value)]],
      otherwise: 'Keep this mail: whoever has the code can spend it, and we cannot look it up for you.',
    });
    await sendMail(ctx, { to: card.email, ...written, confidential: true }, { once: `gift-card:${giftCardId}`, about: giftCardId });
  },
});
