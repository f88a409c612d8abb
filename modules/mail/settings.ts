import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import type { Secret } from '#platform/vault/secret.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';
import { mailCarriers } from './carrier.ts';

export const PURPOSE = 'mail.carrier-secret';
sealedColumn({ table: 'mail_settings', column: 'secret', purpose: PURPOSE });

export interface StoredSettings {
  senderName: string;
  senderAddress: string;
  carrier: string;
  account: Record<string, string>;
  secret: string | null;
  worksSince: Date | null;
  sentence: string;
}

const NONE: StoredSettings = { senderName: '', senderAddress: '', carrier: 'installation', account: {}, secret: null, worksSince: null, sentence: '' };

export async function storedSettings(r: Reader): Promise<StoredSettings> {
  const [row] = await r.sql<StoredSettings>`
    select sender_name as "senderName", sender_address as "senderAddress", carrier, account, secret, works_since as "worksSince", sentence from mail_settings`;
  return row ?? NONE;
}

export async function openSecret(door: Reader | Context, sealed: string | null): Promise<Secret | undefined> {
  return sealed === null ? undefined : vault().open(door, sealed, { purpose: PURPOSE });
}

const Shown = z.object({
  senderName: z.string(),
  senderAddress: z.string(),
  carrier: z.string(),
  account: z.record(z.string(), z.string()),
  hasSecret: z.boolean(),
  inUse: z.boolean(),
  sentence: z.string(),
});
type Shown = z.output<typeof Shown>;

function shown({ secret, worksSince, ...rest }: StoredSettings): Shown {
  return { ...rest, hasSecret: secret !== null, inUse: rest.carrier === 'installation' || worksSince !== null };
}

const Carrier = z.object({ id: z.string(), says: z.string(), fields: z.array(z.object({ key: z.string(), says: z.string(), usual: z.string().optional(), secret: z.boolean().optional() })) });

export const mailSettingsView = view({
  name: 'mail.settings',
  route: 'GET /mail/settings',
  says: 'How mails of the workspace leave',
  needs: 'settings:read',
  input: z.object({}),
  output: Shown.extend({ carriers: z.array(Carrier) }),
  async read(r) {
    const carriers = [...mailCarriers.all()].map(([id, { says, fields }]) => ({ id, says, fields: [...fields] }));
    return { ...shown(await storedSettings(r)), carriers };
  },
});

const NoBreak = /^[^\r\n"<>]*$/;

/** Stores the settings and tries them; until a carrier has been seen to work, mails go the installation's way. */
export const updateMailSettings = operation({
  name: 'mail.update-settings',
  route: 'PUT /mail/settings',
  says: 'Change how mails of the workspace leave',
  needs: 'settings:write',
  input: z.object({
    carrier: z.string().max(40).default('installation'),
    senderName: z.string().trim().max(80).regex(NoBreak, 'may not hold quotes or brackets').default(''),
    senderAddress: z.union([z.literal(''), z.email().max(254)]).default(''),
    account: z.record(z.string().max(40), z.string().trim().max(300).regex(/^[^\r\n]*$/)).default({}),
    secret: z.string().max(2_000).optional().meta({ description: 'password or key; the stored one stays when left out' }),
  }),
  output: Shown,
  async run(tx, request) {
    if (request.carrier !== 'installation') requireComplete(request);
    const before = await storedSettings(tx);
    const secret = request.secret ? await vault().seal(tx, request.secret, { purpose: PURPOSE }) : before.carrier === request.carrier ? before.secret : null;
    const { carrier, senderName, senderAddress, account } = request;
    await tx.sql`
      insert into mail_settings (carrier, sender_name, sender_address, account, secret, works_since, sentence, updated_at)
      values (${carrier}, ${senderName}, ${senderAddress}, ${JSON.stringify(account)}::jsonb, ${secret}, null, '', ${tx.now})
      on conflict (workspace_id) do update set carrier = excluded.carrier, sender_name = excluded.sender_name, sender_address = excluded.sender_address,
        account = excluded.account, secret = excluded.secret, works_since = null, sentence = '', updated_at = excluded.updated_at`;
    tx.changed({ record: 'mail settings', id: tx.workspaceId, before: shown(before), after: { carrier, senderName, senderAddress, account } });
    return shown({ carrier, senderName, senderAddress, account, secret, worksSince: null, sentence: '' });
  },
  afterCommit: async (ctx, answer) => ({ ...answer, ...(await tryCarrier(ctx)) }),
});

function requireComplete({ carrier, senderAddress, account }: { carrier: string; senderAddress: string; account: Record<string, string> }): void {
  const found = mailCarriers.all().get(carrier);
  if (!found) throw new Refusal('invalid', 'There is no such way of sending mails.', { fields: { carrier: 'is not one of ours' } });
  const missing = found.fields.filter((field) => !field.secret && !account[field.key] && field.usual === undefined).map((field) => [`account.${field.key}`, 'is missing']);
  if (senderAddress === '') missing.push(['senderAddress', 'is missing']);
  if (missing.length > 0) throw new Refusal('invalid', 'Some of what is needed is missing.', { fields: Object.fromEntries(missing) as Record<string, string> });
}

/** Asks the carrier whether it would take our mails, and puts it to use if so. */
async function tryCarrier(ctx: Context): Promise<{ inUse: boolean; sentence: string }> {
  const settings = await ctx.read(storedSettings);
  const result = settings.carrier === 'installation' ? { inUse: true, sentence: '' } : await check(ctx, settings);
  const works = result.inUse && settings.carrier !== 'installation';
  await ctx.transaction((tx) => tx.sql`update mail_settings set works_since = ${works ? tx.now : null}, sentence = ${result.sentence} where carrier = ${settings.carrier}`);
  return result;
}

async function check(ctx: Context, { carrier, account, secret, senderAddress }: StoredSettings): Promise<{ inUse: boolean; sentence: string }> {
  try {
    return { inUse: true, sentence: await mailCarriers.get(carrier).check({ account, senderAddress, secret: await openSecret(ctx, secret) }) };
  } catch (error) {
    if (error instanceof Refusal) return { inUse: false, sentence: error.sentence };
    throw error;
  }
}

export const tryMailSettings = operation({
  name: 'mail.try-settings',
  route: 'POST /mail/settings/checks',
  says: 'Try again whether mails of the workspace can leave',
  needs: 'settings:write',
  input: z.object({}),
  output: Shown.pick({ inUse: true, sentence: true }),
  run: async () => ({ inUse: false, sentence: '' }),
  afterCommit: (ctx) => tryCarrier(ctx),
});
