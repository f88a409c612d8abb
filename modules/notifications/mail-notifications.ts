import { publicUrl } from '#modules/accounts/index.ts';
import { letter } from '#platform/mail/letter.ts';
import { brandOf } from '#platform/mail/brand.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Claimed, Fate } from './deliver.ts';
import { kindNamed } from './kinds.ts';
import { unsubscribeLink } from './unsubscribe-link.ts';

const MOST_LINES = 30;

/** One mail with everything that is due for a person: a single matter as a letter, several as a digest. */
export async function mailTogether(ctx: Context, batch: Claimed[]): Promise<Fate> {
  const [person] = await ctx.read((r) => r.sql<{ email: string; name: string; slug: string }>`
    select m.email, m.name, w.slug from members m cross join workspaces w where m.user_id = ${batch[0]!.userId}`);
  if (!person) return { state: 'failed', sentence: 'This person is no longer a member.' };
  const kinds = new Set(batch.map((delivery) => delivery.kind));
  const stop = unsubscribeLink(ctx.workspaceId, batch[0]!.userId, kinds.size === 1 ? batch[0]!.kind : undefined);
  const brand = await ctx.read(brandOf);
  const root = `${publicUrl()}/admin/w/${person.slug}`;
  const written = letter({ brand, ...wordsOf(batch, root, brand.name), foot: { says: `You get this as a member of ${brand.name}.`, links: [{ says: 'Choose what you get', url: `${root}/notifications/settings` }, { says: 'Unsubscribe', url: stop }] } });
  const headers = { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  await sendMail(ctx, { to: person.email, ...written, headers }, { once: `notifications:${batch[0]!.batch}` });
  return { state: 'sent' };
}

function wordsOf(batch: readonly Claimed[], root: string, workspace: string) {
  const sorted = batch.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const [first] = sorted;
  if (sorted.length === 1) return { subject: `${first!.title} · ${workspace}`, title: first!.title, paragraphs: first!.body ? [first!.body] : [], button: { says: 'Have a look', url: root + first!.link } };
  const lines = sorted.slice(0, MOST_LINES).map(({ title, body, link }) => ({ title, body, url: root + link }));
  const more = sorted.length - lines.length;
  return {
    subject: `${headline(sorted)} · ${workspace}`,
    title: headline(sorted),
    paragraphs: [],
    lines,
    ...(more > 0 && { afterLines: `and ${more} more` }),
    button: { says: 'All notifications', url: `${root}/notifications` },
  };
}

function headline(batch: readonly Claimed[]): string {
  const kinds = new Set(batch.map((delivery) => delivery.kind));
  const many = kinds.size === 1 ? kindNamed(batch[0]!.kind)?.many : undefined;
  return (many ?? '# things happened').replace('#', String(batch.length)).replace(/^\w/, (c) => c.toUpperCase());
}
