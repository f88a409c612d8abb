import { createPrivateKey, sign } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import { callVendor, type Account, type VendorAnswer } from '#modules/integrations/index.ts';

export const HOSTS = { live: 'https://api.wise.com', sandbox: 'https://api.wise-sandbox.com' } as const;

export function hostOf({ settings }: Pick<Account, 'settings'>): string {
  return settings['mode'] === 'live' ? HOSTS.live : HOSTS.sandbox;
}

const PAUSES = [150, 400, 900];

/** Asks Wise. Busy answers are tried again for a moment; a no is a Refusal; anything else that is no yes is an Error. */
export async function askWise<T>(account: Account, path: string): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await approved(account, path);
    if (answer.status !== 429 || tries >= PAUSES.length) return read<T>(answer);
    await new Promise((done) => setTimeout(done, PAUSES[tries]));
  }
}

// In Europe a statement wants a second proof: a one-time word, signed with a key whose public half lies at Wise.
async function approved(account: Account, path: string): Promise<VendorAnswer> {
  const answer = await once(account, path, {});
  const word = answer.headers['x-2fa-approval'];
  if (answer.status !== 403 || typeof word !== 'string') return answer;
  const key = account.secrets['privateKey'];
  if (!key) throw new Refusal('not_connected', 'Wise wants statements of this account to be asked for with a signature. Add a private key to the connection and its public half at Wise.');
  return once(account, path, { 'x-2fa-approval': word, 'x-signature': signatureOf(word, key) });
}

function once(account: Account, path: string, headers: Record<string, string>): Promise<VendorAnswer> {
  return callVendor(`${hostOf(account)}${path}`, { method: 'GET', headers: { authorization: `Bearer ${account.secrets['apiToken']}`, ...headers }, mostBytes: 20_000_000, timeoutMillis: 20_000 });
}

function signatureOf(word: string, key: string): string {
  try {
    return sign('sha256', Buffer.from(word), createPrivateKey(wrapped(key))).toString('base64');
  } catch {
    throw new Refusal('invalid', 'The private key cannot be read. It is a text that begins with -----BEGIN.');
  }
}

// A field of one line takes the line ends out of a key that was pasted.
function wrapped(key: string): string {
  return key.trim().replace(/^(-----BEGIN [A-Z ]+-----)([\s\S]*?)(-----END [A-Z ]+-----)$/, (_, begin: string, body: string, end: string) => `${begin}\n${body.replaceAll(/\s/g, '').match(/.{1,64}/g)?.join('\n') ?? ''}\n${end}\n`);
}

function read<T>({ status, json }: VendorAnswer): T {
  // A list at the top of an answer arrives under `data`.
  if (status >= 200 && status < 300) return (json['data'] ?? json) as T;
  if (status === 401) throw new Refusal('not_connected', 'Wise does not accept this token any more. Connect it again.');
  if (status === 403) throw new Refusal('not_connected', 'Wise does not let this token read statements. Check its permissions, and the signature key if the account is in Europe.');
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) throw new Refusal('refused', `Wise said no: ${messageOf(json) || String(status)}`);
  throw new Error(`Wise answered ${status}`);
}

function messageOf(json: Record<string, unknown>): string {
  const [first] = (json['errors'] ?? []) as { message?: string }[];
  return String(first?.message ?? json['message'] ?? json['error_description'] ?? '');
}
