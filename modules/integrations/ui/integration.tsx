import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, askList, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { Connect } from './connect-form.tsx';
import { StateBadge } from './integrations.tsx';
import { messageColumns, messageViews, type MessageRow } from './message-columns.tsx';
import { Panels } from './panels.tsx';
import { CHANGES, type Hook, type Integration } from './shape.ts';

export const meta = () => [{ title: 'Integration · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const vendor = args.params['vendor']!;
  const integration = await ask<Integration>(args, 'integrations.get', { vendor });
  // Who may not read messages still sees the connection.
  const readable = integration.hook && (await askIfAllowed(args, 'integrations.messages', { limit: 1 })) !== undefined;
  const listing = readable ? await askList<MessageRow>(args, 'integrations.messages', { fixed: { vendor }, views: messageViews }) : undefined;
  return { integration, listing, may: mayRun(args, ...CHANGES) };
}

export { PageError as ErrorBoundary };

export default function IntegrationPage() {
  const { integration, listing, may } = useLoaderData<typeof loader>();
  const connected = integration.state !== 'disconnected';
  return (
    <Page title={integration.says} beside={<StateBadge state={integration.state} />} about={integration.about} crumbs={[{ label: 'Integrations', to: '/integrations' }]} width={connected ? 'wide' : 'reading'} actions={connected && may['integrations.disconnect'] && <Disconnect integration={integration} />}>
      {!connected && integration.lastError && <p role="status" className="rounded-lg bg-warn-soft px-4 py-3 text-warn">{integration.lastError}</p>}
      {connected && <Panels integration={integration} may={may} />}
      {(may['integrations.connect'] || may['integrations.begin']) && <Connect key={integration.state} integration={integration} />}
      {connected && integration.group === 'Messages' && <p><TextLink to="/notifications/channels">Choose what is told there</TextLink></p>}
      {connected && integration.group === 'Banking' && <p><TextLink to="/statements">What moved there</TextLink></p>}
      {integration.hook && <HookCard hook={integration.hook} />}
      {listing && (
        <section aria-labelledby="messages" className="flex flex-col gap-3">
          <h2 id="messages" className="text-[15px] font-semibold">Messages that came in</h2>
          <Table label="Messages" listing={listing} columns={messageColumns} empty={<p className="px-5 py-8 text-center text-ink-2">Nothing has come in yet. What {integration.says} sends is kept here for 90 days.</p>} />
        </section>
      )}
    </Page>
  );
}

function HookCard({ hook: { address, how, refused, lastRefusal, lastRefusalAt } }: { hook: Hook }) {
  const facts = [
    ['Address', <Copyable key="address" value={address} what="the address" />],
    ['Not believed', refused === 0 ? 'Nothing so far' : <span key="refused">{refused.toLocaleString('en-AU')} times; last {lastRefusalAt && <DateTime at={lastRefusalAt} />}: {lastRefusal}</span>],
  ] as const;
  return <Card title="Where its messages go" about={how}><Facts facts={facts} /></Card>;
}

function Disconnect({ integration: { vendor, says, leftToDo } }: { integration: Integration }) {
  const [asking, setAsking] = useState(false);
  const disconnect = useOperation<{ sentence: string }>('integrations.disconnect', { done: ({ sentence }) => sentence || `${says} is disconnected` });
  return (
    <>
      <Button onClick={() => setAsking(true)}>Disconnect…</Button>
      <ConfirmDialog title={`Disconnect ${says}?`} confirm="Disconnect" open={asking} onOpenChange={() => setAsking(false)} onConfirm={() => disconnect.run({ vendor })}>
        {leftToDo || `The access is taken back at ${says} and the keys are deleted here.`} What is on its way there can no longer be followed. You can connect it again at any time.
      </ConfirmDialog>
    </>
  );
}
