/**
 * Wise: accounts in many currencies, read for statements only (docs.wise.com, balance statements). Connected by a personal API token;
 * in Europe a key for signing belongs to it. Nothing is paid from here.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { connectors, type Account, type Connector } from '#modules/integrations/index.ts';
import { askWise } from './client.ts';
import { tryStatement } from './statements.ts';

export const wise = module({ name: 'wise', uses: ['integrations', 'statements'] });

interface Profile {
  id: number;
  type: string;
  businessName?: string;
  fullName?: string;
  details?: { name?: string; firstName?: string; lastName?: string };
}

function nameOf({ businessName, fullName, details }: Profile): string {
  return businessName ?? details?.name ?? fullName ?? [details?.firstName, details?.lastName].filter(Boolean).join(' ');
}

/** The profile that was named, else the company's, else the only one. */
async function profileOf(account: Account): Promise<Profile> {
  const profiles = await askWise<Profile[]>(account, '/v2/profiles');
  const wanted = account.settings['profileId'];
  const found = wanted ? profiles.find(({ id }) => String(id) === wanted) : (profiles.find(({ type }) => type.toUpperCase() === 'BUSINESS') ?? profiles[0]);
  if (!found) throw new Refusal('invalid', wanted ? 'This token does not open that profile.' : 'This token opens no profile.', { fields: { 'settings.profileId': 'is not opened by this token' } });
  return found;
}

const connector: Connector = {
  says: 'Wise',
  about: 'Reads what moves on your Wise accounts into Statements.',
  group: 'Banking',
  keys: [
    { key: 'apiToken', says: 'API token', about: 'At Wise under Settings, Integrations and tools, API tokens. Read only is enough.', secret: true },
    { key: 'mode', says: 'Account', about: 'Sandbox is for trying things out; no money moves.', choices: ['live', 'sandbox'] },
    { key: 'profileId', says: 'Profile id', about: 'Only needed when the token opens several companies.', optional: true },
    { key: 'privateKey', says: 'Private key for signing', about: 'Only needed in Europe: begins with -----BEGIN; its public half is added at Wise.', secret: true, optional: true },
  ],
  async verify(account) {
    if (!['live', 'sandbox'].includes(account.settings['mode'] ?? '')) throw new Refusal('invalid', 'The account is either live or sandbox.', { fields: { 'settings.mode': 'is either live or sandbox' } });
    const profile = await profileOf(account);
    await tryStatement(account, String(profile.id));
    return { label: nameOf(profile) || `Profile ${profile.id}`, accountId: String(profile.id) };
  },
};

connectors.provide('wise', connector);
