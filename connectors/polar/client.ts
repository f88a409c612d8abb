import { Refusal } from '#platform/refusal.ts';
import { callVendor, type Account, type VendorAnswer } from '#modules/integrations/index.ts';

export const HOSTS = { live: 'https://api.polar.sh', sandbox: 'https://sandbox-api.polar.sh' } as const;
export type Json = Record<string, unknown>;

export function hostOf(mode: string | undefined): string {
  return mode === 'live' ? HOSTS.live : HOSTS.sandbox;
}

/** Polar's own no. */
export class PolarRefused extends Refusal {
  constructor(answer: Json) {
    super('payment_refused', `Polar said no: ${sentenceIn(answer)}`, { reason: answer['error'] });
  }
}

// A list for what was filled in wrongly, a sentence for everything else.
function sentenceIn({ detail, error }: Json): string {
  if (Array.isArray(detail)) return (detail as { msg?: string; loc?: string[] }[]).map(({ msg, loc }) => `${loc?.at(-1) ?? ''} ${msg ?? ''}`.trim()).join('; ');
  return String(detail ?? error ?? 'no reason.');
}

interface Ask {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
}

const PAUSES = [150, 400, 900];

/** Asks Polar. Questions that met a busy Polar are tried again for a moment; a no is a Refusal; anything else that is no yes is an Error. */
export async function askPolar(account: Account, { method, path, body }: Ask): Promise<Json> {
  const headers = { authorization: `Bearer ${account.secrets['accessToken']}`, ...(body && { 'content-type': 'application/json' }) };
  const url = `${hostOf(account.settings['mode'] ?? account.app?.settings['mode'])}${path}`;
  for (let tries = 0; ; tries++) {
    const answer = await callVendor(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (answer.status !== 429 || tries >= PAUSES.length) return read(answer);
    await new Promise((done) => setTimeout(done, PAUSES[tries]));
  }
}

function read({ status, json }: VendorAnswer): Json {
  if (status >= 200 && status < 300) return json;
  if (status === 401) throw new Refusal('not_connected', 'Polar does not accept our access any more. Connect it again.');
  if (status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)) throw new PolarRefused(json);
  throw new Error(`Polar answered ${status}`);
}
