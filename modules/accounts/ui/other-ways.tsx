import { KeySquare } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { callAuth } from './ask-auth.ts';
import { passkeysWork, signInWithPasskey } from './passkey.ts';

const NAMES: Record<string, string> = { google: 'Google', github: 'GitHub' };

interface Props {
  social: readonly string[];
  back: string;
  onDone(): void;
  children: ReactNode;
}

/** Signing in without a password: a passkey of this device, or an outside account where the installation has one set up. */
export function OtherWays({ social, back, onDone, children }: Props) {
  // Nearly every browser has them, so what stands below does not move once it is known.
  const possible = !useHydrated() || passkeysWork();
  const [sentence, setSentence] = useState<string>();
  async function byPasskey() {
    const refused = await signInWithPasskey();
    setSentence(refused);
    if (!refused) onDone();
  }
  async function by(provider: string) {
    const outcome = await callAuth<{ url?: string }>('/sign-in/social', { provider, callbackURL: `/admin${back}`, errorCallbackURL: '/admin/sign-in' });
    if (outcome.ok && outcome.answer.url) location.assign(outcome.answer.url);
    else if (!outcome.ok) setSentence(outcome.sentence);
  }
  return (
    <div className="flex flex-col gap-3">
      {possible && <Button icon={<KeySquare aria-hidden className="size-4" />} onClick={() => void byPasskey()}>Sign in with a passkey</Button>}
      {social.map((provider) => <Button key={provider} onClick={() => void by(provider)}>Sign in with {NAMES[provider] ?? provider}</Button>)}
      {sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-left text-[13px] text-bad">{sentence}</p>}
      <p>{children}</p>
    </div>
  );
}
