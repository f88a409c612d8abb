import { Plug } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { ask, askIfAllowed } from '#ui/desk.server.ts';
import { DateTime } from '#ui/date-time.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Summary } from './shape.ts';

interface MailSettings {
  carrier: string;
  inUse: boolean;
  senderAddress: string;
  carriers: { id: string; says: string }[];
}

export const meta = () => [{ title: 'Integrations · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [{ data }, mail] = await Promise.all([ask<{ data: Summary[] }>(args, 'integrations.list'), askIfAllowed<MailSettings>(args, 'mail.settings')]);
  return { integrations: data, mail };
}

export { PageError as ErrorBoundary };

const GROUPS = ['Payments', 'Banking', 'Mail', 'Messages', 'Delivery', 'Accounts'];

export default function Integrations() {
  const { integrations, mail } = useLoaderData<typeof loader>();
  return (
    <Page title="Integrations" about="Companies this workspace works with, and how each of the wires is doing." actions={<TextLink to="/integrations/messages" className="text-[13px]">Messages that came in</TextLink>}>
      {GROUPS.map((group) => {
        const some = integrations.filter((each) => each.group === group);
        if (some.length === 0 && !(group === 'Mail' && mail)) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-3">
            <h2 id={`group-${group}`} className="text-[15px] font-semibold">{group}</h2>
            <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
              {group === 'Mail' && mail && <li><MailTile mail={mail} /></li>}
              {some.map((each) => <li key={each.vendor}><Tile integration={each} /></li>)}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}

const TILE = 'flex h-full min-w-0 flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3.5 shadow-card hover:border-line-2 hover:bg-hover';

function Tile({ integration: { vendor, says, about, state, label, lastVerifiedAt, lastError } }: { integration: Summary }) {
  return (
    <Link to={`/integrations/${vendor}`} prefetch="intent" className={TILE}>
      <span className="flex items-center gap-2"><Plug aria-hidden className="size-4 shrink-0 text-ink-3" /><span className="min-w-0 flex-1 truncate font-medium">{says}</span><StateBadge state={state} /></span>
      <span className="text-[13px] text-ink-2">{about}</span>
      {state !== 'disconnected' && <span className="mt-auto truncate text-[13px] text-ink-3">{label}{lastVerifiedAt && <> · checked <DateTime at={lastVerifiedAt} /></>}</span>}
      {state === 'broken' && lastError && <span className="line-clamp-2 text-[13px] text-bad">{lastError}</span>}
    </Link>
  );
}

function MailTile({ mail: { carrier, inUse, senderAddress, carriers } }: { mail: MailSettings }) {
  const own = carriers.find(({ id }) => id === carrier);
  return (
    <Link to="/settings/mail" prefetch="intent" className={TILE}>
      <span className="flex items-center gap-2"><Plug aria-hidden className="size-4 shrink-0 text-ink-3" /><span className="min-w-0 flex-1 truncate font-medium">{own?.says ?? 'Sending mail'}</span>{own && <StateBadge state={inUse ? 'connected' : 'broken'} />}</span>
      <span className="text-[13px] text-ink-2">{own ? `Mails leave this way, from ${senderAddress}.` : 'Mails leave by the installation’s own server. Use your own server or mail company instead.'}</span>
    </Link>
  );
}

export function StateBadge({ state }: { state: Summary['state'] }) {
  if (state === 'connected') return <StatusBadge status="active" label="Connected" />;
  return state === 'broken' ? <StatusBadge status="failed" label="Does not work" /> : <StatusBadge status="draft" label="Not connected" />;
}
