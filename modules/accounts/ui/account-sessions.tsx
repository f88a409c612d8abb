import { Laptop, Smartphone } from 'lucide-react';
import { useRevalidator } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { toast } from '#ui/toast.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { askAuth } from './ask-auth.ts';

interface OwnSession {
  id: string;
  current: boolean;
  browser: string;
  system: string;
  phone: boolean;
  address: string | null;
  signedInAt: string;
  lastSeenAt: string;
}

/** Every browser that is signed in as this person, and the way to end each. */
export function SessionsCard({ sessions }: { sessions: readonly OwnSession[] }) {
  const { revalidate } = useRevalidator();
  const end = useOperation('account.end-session', { done: 'That browser is signed out' });
  async function endOthers() {
    const refused = await askAuth('/revoke-other-sessions', {});
    if (refused) toast.refused(refused);
    else toast.done('All other browsers are signed out');
    await revalidate();
  }
  return (
    <Card title="Where you are signed in" padding="none" actions={sessions.length > 1 && <Button size="small" onClick={() => void endOthers()}>Sign out all others</Button>}>
      <ul className="divide-y divide-line border-t border-line">
        {sessions.map((session) => {
          const Icon = session.phone ? Smartphone : Laptop;
          const what = `${session.browser} on ${session.system}`;
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1 basis-52">
                <p className="flex flex-wrap items-center gap-2 font-medium">{what}{session.current && <Badge tone="good">This browser</Badge>}</p>
                <p className="text-[13px] text-ink-3">{session.address ? <><span className="font-mono">{session.address}</span> · </> : null}last seen <DateTime at={session.lastSeenAt} /> · signed in <DateTime at={session.signedInAt} /></p>
              </div>
              {!session.current && <Button size="small" aria-label={`Sign out ${what}`} pending={end.pending} onClick={() => void end.run({ id: session.id })}>Sign out</Button>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
