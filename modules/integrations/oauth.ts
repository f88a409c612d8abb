import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { publicUrl } from '#modules/accounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { newId } from '#platform/ids.ts';
import { MINUTE, later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { appOf } from './app-keys.ts';
import { Standing, keep, requireRoomFor, subscribe } from './connect.ts';
import { connectors, type App, type Connector, type OAuth } from './connector.ts';
import { slugOfWorkspace } from './find-connection.ts';
import { asked } from './trouble.ts';

const PURPOSE = 'integrations.handshake';
/** How long somebody may take at the vendor's page. */
const PATIENCE = 15 * MINUTE;
/** Vendors add a dozen values to the address at most. */
const MOST_ANSWERS = 30;

/** The one address vendors send people back to. */
export function returnAddress(): string {
  return `${publicUrl()}/api/integrations/return`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

// Short, for vendors that take little in the address people come back to: the workspace and 192 bits nobody can guess.
function newState(workspaceId: string): string {
  return `${Buffer.from(workspaceId.replaceAll('-', ''), 'hex').toString('base64url')}.${randomBytes(24).toString('base64url')}`;
}

function workspaceIn(state: string): string | undefined {
  const hex = Buffer.from(state.split('.')[0]!, 'base64url').toString('hex');
  return hex.length === 32 ? hex : undefined;
}

/** Begins a sign-in at the vendor: answers the address of its page. */
export const beginOAuth = operation({
  name: 'integrations.begin',
  route: 'POST /integrations/:vendor/sign-ins',
  says: 'Connect an integration by signing in there',
  needs: 'settings:write',
  input: z.object({ vendor: z.string().max(40) }),
  output: z.object({ address: z.string() }),
  async before(ctx, { vendor }) {
    const { connector, oauth, app } = await oauthOf(vendor);
    const userId = memberOf(ctx, connector);
    const state = newState(ctx.workspaceId);
    const verifier = randomBytes(48).toString('base64url');
    return { userId, state, verifier, address: await asked(async () => oauth.consent(app, { state, redirect: returnAddress(), challenge: digest(verifier) })) };
  },
  async run(tx, { vendor }, { userId, state, verifier, address }) {
    await tx.sql`insert into integration_handshakes (vendor, user_id, state_hash, verifier_sealed, expires_at)
      values (${vendor}, ${userId}, ${digest(state)}, ${await vault().seal(tx, verifier, { purpose: PURPOSE })}, ${later(tx.now, PATIENCE)})`;
    return { address };
  },
});

async function oauthOf(vendor: string): Promise<{ connector: Connector; oauth: OAuth; app: App }> {
  const connector = connectors.get(vendor);
  if (!connector.oauth) throw new Refusal('wrong_way', `${connector.says} is connected by a key.`);
  const app = await appOf(vendor);
  if (!app) throw new Refusal('not_registered', `This installation is not registered at ${connector.says} yet. Its superadmin does that once, under Integrations of the installation.`);
  return { connector, oauth: connector.oauth, app };
}

function memberOf({ actor }: Context, { says }: Connector): string {
  if (actor.kind !== 'member') throw new Refusal('forbidden', `Somebody has to sign in at ${says} in person; a token cannot.`);
  return actor.userId;
}

/** Somebody came back from the vendor: the state must be one we gave to this very person, unused and not old. */
export const finishOAuth = operation({
  name: 'integrations.finish',
  route: 'POST /integrations/sign-ins/return',
  says: 'Finish connecting an integration',
  needs: 'settings:write',
  input: z.object({
    stateToken: z.string().max(200), codeToken: z.string().max(4_000).default(''), problem: z.string().max(500).default(''),
    answer: z.record(z.string().max(60), z.string().max(500)).default({}).meta({ description: 'what else stood in the address' }),
  }),
  output: Standing.extend({ vendor: z.string() }),
  // The state is used up before the vendor is asked, so that no code is ever exchanged twice.
  async before(ctx, { stateToken, codeToken, problem, answer }) {
    const { vendor, verifier } = await ctx.transaction((tx) => takeHandshake(tx, stateToken));
    const { connector, oauth, app } = await oauthOf(vendor);
    if (problem || !(codeToken || oauth.withoutCode)) throw new Refusal('declined', `${connector.says} was not connected${problem ? `: ${problem}` : ''}.`);
    const back = { code: codeToken, redirect: returnAddress(), verifier, challenge: digest(verifier), answer };
    const known = await asked(() => oauth.exchange(app, back)).catch((error: unknown) => mayComeAgain(ctx, oauth, { state: stateToken, error }));
    return { vendor, app, known };
  },
  async run(tx, _request, { vendor, app, known }) {
    const account = { connectionId: newId(), accountId: known.accountId ?? null, settings: {}, secrets: {}, app };
    return { vendor, ...(await keep(tx, vendor, account, known)) };
  },
  afterCommit: async (ctx, answer) => ({ ...answer, sentence: await subscribe(ctx, answer.vendor) || answer.sentence }),
});

async function takeHandshake(tx: Tx, state: string): Promise<{ vendor: string; verifier: string }> {
  const userId = tx.actor.kind === 'member' ? tx.actor.userId : null;
  const [found] = await tx.sql<{ vendor: string; verifierSealed: string }>`
    update integration_handshakes set used_at = ${tx.now} where state_hash = ${digest(state)} and user_id = ${userId} and used_at is null and expires_at > ${tx.now}
    returning vendor, verifier_sealed as "verifierSealed"`;
  if (!found) throw new Refusal('forbidden', 'This sign-in was not begun here by you, or it took too long. Begin again.');
  await requireRoomFor(tx, found.vendor);
  return { vendor: found.vendor, verifier: (await vault().open(tx, found.verifierSealed, { purpose: PURPOSE })).reveal() };
}

// What was agreed to without a code still holds when the vendor answers again: the same way back may be gone once more.
async function mayComeAgain(ctx: Context, { withoutCode }: OAuth, { state, error }: { state: string; error: unknown }): Promise<never> {
  if (!withoutCode || !(error instanceof Refusal) || !['not_reached', 'not_ready'].includes(error.code)) throw error;
  await ctx.write('update integration_handshakes set used_at = null where state_hash = $1', [digest(state)]);
  throw new Refusal(error.code, `${error.sentence} Nothing is lost: load this page again within ${PATIENCE / MINUTE} minutes to go on.`);
}

/** What the vendor's way back does: leads to the page of the workspace, where the member's own session finishes it. */
export async function oauthReturn(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const workspaceId = workspaceIn(asked.get('state') ?? '');
  const slug = workspaceId && (await slugOfWorkspace(workspaceId));
  if (!slug) throw new Refusal('invalid', 'This address is for coming back from a sign-in elsewhere. Begin under Integrations.');
  const on = new URLSearchParams();
  for (const [name, value] of [...asked].slice(0, MOST_ANSWERS)) on.set(name.slice(0, 60), value.slice(0, name === 'code' ? 4_000 : 500));
  return new Response(null, { status: 303, headers: { location: `/admin/w/${slug}/integrations/return?${on}`, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } });
}
