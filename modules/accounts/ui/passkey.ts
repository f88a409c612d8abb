import { callAuth } from './ask-auth.ts';

/** Can this browser keep and show passkeys? */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
}

const GIVEN_UP = 'Nothing was changed: the passkey was not confirmed on your device.';

/** Makes a passkey on this device; resolves to the sentence to show when it did not work. */
export async function addPasskey(name: string): Promise<string | undefined> {
  const asked = await callAuth<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  if (!asked.ok) return asked.sentence;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.answer);
  const made = await navigator.credentials.create({ publicKey }).catch((error: Error) => error);
  if (made instanceof Error) return made.name === 'InvalidStateError' ? 'This device has a passkey of yours already.' : GIVEN_UP;
  return made ? verified('/passkey/verify-registration', made, { name }) : GIVEN_UP;
}

/** Signs in with a passkey of this device; resolves to the sentence to show when it did not work. */
export async function signInWithPasskey(): Promise<string | undefined> {
  const asked = await callAuth<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  if (!asked.ok) return asked.sentence;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.answer);
  const shown = await navigator.credentials.get({ publicKey }).catch(() => null);
  return shown ? verified('/passkey/verify-authentication', shown, {}) : 'No passkey was chosen. Try again, or sign in with your password.';
}

async function verified(path: string, credential: Credential, more: object): Promise<string | undefined> {
  const response = (credential as PublicKeyCredential).toJSON() as object;
  const outcome = await callAuth(path, { response, ...more });
  return outcome.ok ? undefined : outcome.sentence;
}
