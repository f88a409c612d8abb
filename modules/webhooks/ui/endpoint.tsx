import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card, Facts } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Page } from '#ui/page.tsx';
import { Table } from '#ui/table/table.tsx';
import { deliveryColumns, deliveryViews, type DeliveryRow } from './delivery-columns.tsx';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointPanels } from './endpoint-panels.tsx';
import { CHANGES, hostOf, type Endpoint, type EventWord } from './endpoint-shape.ts';
import { StateBadge } from './endpoints.tsx';
import { useEndpoint } from './use-endpoint.ts';

export const meta = () => [{ title: 'Webhook endpoint · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params['id']!;
  const [endpoint, events, listing] = await Promise.all([
    ask<Endpoint>(args, 'webhooks.endpoint', { id }),
    ask<{ data: EventWord[] }>(args, 'webhooks.events'),
    askList<DeliveryRow>(args, 'webhooks.deliveries', { fixed: { endpointId: id }, views: deliveryViews }),
  ]);
  return { endpoint, events: events.data, listing, may: mayRun(args, ...CHANGES) };
}

export { PageError as ErrorBoundary };

export default function EndpointPage() {
  const { endpoint: loaded, events, listing, may } = useLoaderData<typeof loader>();
  const endpoint = useEndpoint(loaded);
  return (
    <Page title={<span className="break-all">{hostOf(endpoint.url)}</span>} beside={<StateBadge state={endpoint.state} failures={endpoint.failures} />} about={endpoint.description || undefined} crumbs={[{ label: 'Webhooks', to: '/webhooks' }]} actions={<EndpointActions endpoint={endpoint} events={events} may={may} />}>
      <EndpointPanels endpoint={endpoint} may={may} />
      <Setting endpoint={endpoint} events={events} />
      <section aria-labelledby="deliveries" className="flex flex-col gap-3">
        <h2 id="deliveries" className="text-[15px] font-semibold">Deliveries</h2>
        <Table label="Deliveries" listing={listing} columns={deliveryColumns} live={['webhooks']} empty={<p className="px-5 py-8 text-center text-ink-2">Nothing has happened yet that this endpoint hears of. What was sent is kept here for 30 days.</p>} />
      </section>
    </Page>
  );
}

function Setting({ endpoint, events }: { endpoint: Endpoint; events: readonly EventWord[] }) {
  const { now } = useLocale();
  const facts = [
    ['Address', <Copyable key="url" value={endpoint.url} what="the address" />],
    ['Hears', <Heard key="events" names={endpoint.events} all={events} />],
    ...(endpoint.oldSecretUntil && Date.parse(endpoint.oldSecretUntil) > Date.parse(now) ? [['Former secret', <>Signs along until <DateTime key="old" at={endpoint.oldSecretUntil} /></>] as const] : []),
    ['Added', <DateTime key="added" at={endpoint.createdAt} />],
  ] as const;
  return <Card title="Endpoint"><Facts facts={facts} /></Card>;
}

function Heard({ names, all }: { names: readonly string[]; all: readonly EventWord[] }) {
  if (names.length === 0) return 'Everything that happens';
  const says = new Map(all.map((event) => [event.name, event.says]));
  return (
    <ul className="flex flex-wrap gap-1.5">
      {names.map((name) => <li key={name} title={says.get(name)} className="max-w-full truncate rounded-full bg-press px-2 py-0.5 font-mono text-xs leading-[18px]">{name}</li>)}
    </ul>
  );
}
