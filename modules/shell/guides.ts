import * as z from 'zod';
import { config, type Config } from '#platform/config.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { checkDomain, checkFiles, checkMail, type Checked } from './check-guide.ts';
import { guideTexts, type GuideText } from './guide-texts.ts';
import { askIfAllowed } from './state-of-things.ts';

const Guide = z.object({
  key: z.string(),
  title: z.string(),
  why: z.string(),
  /** `your turn`: it cannot be known from here. */
  state: z.enum(['ready', 'missing', 'built in', 'your turn']),
  says: z.string(),
  steps: z.array(z.string()),
  values: z.array(z.object({ name: z.string(), example: z.string(), about: z.string() })),
  links: z.array(z.object({ label: z.string(), to: z.string() })),
  /** "Check now" is possible. */
  check: z.boolean(),
});
type State = Pick<z.infer<typeof Guide>, 'state' | 'says'>;

interface Rule extends GuideText {
  state(ctx: Context, settings: Config): State | Promise<State>;
  check?(ctx: Context): Promise<Checked>;
}

/** What each service needs, and whether it is there: from the configuration and the workspace's own records. */
export const guideList = view({
  name: 'shell.guides',
  route: 'GET /guides',
  says: 'Setup guides',
  needs: 'settings:read',
  input: z.object({}),
  output: z.object({ guides: z.array(Guide) }),
  async read(_r, _input, ctx) {
    const guides = await Promise.all(rules.map(async ({ state, check, ...text }) => ({ ...text, ...(await state(ctx, config())), check: check !== undefined })));
    return { guides };
  },
});

/** Tries the service now, after the transaction: the answer is what happened this moment. */
export const checkGuide = operation({
  name: 'shell.check-guide',
  route: 'POST /guides/:key/checks',
  says: 'Check whether a service works',
  needs: 'settings:write',
  input: z.object({ key: z.string().max(40) }),
  output: z.object({ ok: z.boolean(), says: z.string() }),
  run: async (_tx, { key }) => {
    ruleOf(key);
    return { ok: false, says: 'Not checked yet.' };
  },
  afterCommit: (ctx, _answer, { key }) => ruleOf(key)(ctx),
});

function ruleOf(key: string): (ctx: Context) => Promise<Checked> {
  const check = rules.find((rule) => rule.key === key)?.check;
  if (!check) throw notFound(`A check for "${key}"`);
  return check;
}

const set = (there: unknown, ready: string, missing: string): State => (there ? { state: 'ready', says: ready } : { state: 'missing', says: missing });

const rules: readonly Rule[] = [
  { ...guideTexts.address, state: (_ctx, { PUBLIC_URL }) => set(PUBLIC_URL?.startsWith('https:'), 'People reach this installation over HTTPS.', PUBLIC_URL ? 'The public address has no HTTPS.' : 'No public address is set: links in mails lead to this machine only.') },
  { ...guideTexts.mail, state: (_ctx, { SMTP_URL }) => set(SMTP_URL, 'Mail leaves by your mail server.', 'Mail does not leave the building: it stays in the development mailbox.'), check: checkMail },
  { ...guideTexts.files, state: (_ctx, { S3_BUCKET }) => (S3_BUCKET ? { state: 'ready', says: 'Pictures and files lie in your bucket.' } : { state: 'built in', says: 'Pictures and files lie in the data folder of one machine. Enough for one machine.' }), check: checkFiles },
  { ...guideTexts.domain, state: stateOfDomains, check: checkDomain },
  { ...guideTexts.payments, state: stateOfPayments },
  { ...guideTexts.tax, state: stateOfTax },
  { ...guideTexts.realtime, state: (_ctx, { PUSHER_URL }) => (PUSHER_URL ? { state: 'ready', says: 'Live news go through your hosted Pusher app.' } : { state: 'built in', says: 'Live news are sent by this program itself; no service is needed.' }) },
  { ...guideTexts.push, state: () => ({ state: 'built in', says: 'The keys for push messages are made by the program; each person allows them in their browser.' }) },
  { ...guideTexts.backups, state: (_ctx, { DATABASE_URL }) => ({ state: 'your turn', says: DATABASE_URL ? 'The database is your own: its vendor’s backups count.' : 'The database is built in: a copy of the stopped data folder counts.' }) },
];

async function stateOfDomains(ctx: Context): Promise<State> {
  const shops = await askIfAllowed<{ data: { domain: string | null }[] }>(ctx, 'storefronts.list', { limit: 50 });
  const own = shops?.data.flatMap(({ domain }) => domain ?? []) ?? [];
  return set(own.length > 0, `Set for ${own.join(', ')}.`, 'No storefront has a domain of its own yet.');
}

// Ways to pay that take real money by themselves; transfers and cash are noted by hand, the test cards take nothing.
function stateOfPayments(): State {
  const providers = registry.modules().map(({ name }) => name).filter((name) => name.endsWith('-payments'));
  const real = providers.filter((name) => name !== 'test-payments' && name !== 'manual-payments');
  if (real.length > 0) return { state: 'ready', says: `Taken by ${real.join(', ').replaceAll('-payments', '')}.` };
  return { state: 'missing', says: 'Bank transfer and cash can be noted by hand, and test cards try the checkout. No card company is connected.' };
}

async function stateOfTax(ctx: Context): Promise<State> {
  const tax = await askIfAllowed<{ registrations: { country: string }[] }>(ctx, 'tax.rates', { country: 'AU' });
  const countries = [...new Set(tax?.registrations.map(({ country }) => country))];
  return set(countries.length > 0, countries.length > 6 ? `You collect tax in ${countries.length} countries.` : `You collect tax in ${countries.join(', ')}.`, 'You collect no tax anywhere. That is right only if you are registered nowhere.');
}
