import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { Tick } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';

interface Channel {
  id: string;
  says: string;
  connected: boolean;
  failing: string;
}

interface Kind {
  kind: string;
  says: string;
  group: string;
  channels: string[];
}

export const meta = () => [{ title: 'Slack and Discord · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await ask<{ channels: Channel[]; kinds: Kind[] }>(args, 'notifications.channels')), may: mayRun(args, 'notifications.choose-channels')['notifications.choose-channels'] === true };
}

export { PageError as ErrorBoundary };

export default function Channels() {
  const { channels, kinds, may } = useLoaderData<typeof loader>();
  const draft = useDraft({ kinds });
  const choose = useOperation('notifications.choose-channels', { done: 'Saved' });
  async function save() {
    const changed = draft.value.kinds.filter((kind, i) => kind.channels.join() !== kinds[i]?.channels.join()).map(({ kind, channels: chosen }) => ({ kind, channels: chosen }));
    if (await choose.run({ kinds: changed })) draft.settle();
  }
  const set = (name: string, channel: string, on: boolean) => draft.set('kinds', draft.value.kinds.map((kind) => (kind.kind === name ? { ...kind, channels: on ? [...kind.channels, channel] : kind.channels.filter((each) => each !== channel) } : kind)));
  return (
    <Page title="Slack and Discord" width="narrow" crumbs={[{ label: 'Notifications', to: '/notifications' }]} about="What is told to the whole team there. Everybody who reads along in that channel sees it.">
      {channels.map((channel) => <Standing key={channel.id} channel={channel} />)}
      <KindsCard kinds={draft.value.kinds} channels={channels} onChange={set} may={may} />
      <SaveBar what="Unsaved choices" dirty={draft.dirty} pending={choose.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </Page>
  );
}

function Standing({ channel: { id, says, connected, failing } }: { channel: Channel }) {
  if (connected && !failing) return null;
  return <p role="status" className={`rounded-card px-4 py-3 ${failing && connected ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-2'}`}>{connected ? `The last message to ${says} did not arrive: ${failing}` : `${says} is not connected yet.`} <TextLink to={`/integrations/${id}`}>{connected ? 'Look at the connection' : `Connect ${says}`}</TextLink></p>;
}

function KindsCard({ kinds, channels, onChange, may }: { kinds: readonly Kind[]; channels: readonly Channel[]; onChange(kind: string, channel: string, on: boolean): void; may: boolean }) {
  const groups = [...Map.groupBy(kinds, (kind) => kind.group)];
  return (
    <Card title="What is told there" padding="none">
      <table className="w-full">
        <thead className="border-b border-line text-[13px] text-ink-3">
          <tr><th scope="col" className="px-4 py-2 text-left font-medium sm:px-5">Kind</th>{channels.map(({ id, says }) => <th key={id} scope="col" className="w-20 px-2 py-2 text-center font-medium">{says}</th>)}</tr>
        </thead>
        {groups.map(([group, some]) => (
          <tbody key={group} className="border-b border-line last:border-0">
            <tr><th scope="rowgroup" colSpan={channels.length + 1} className="px-4 pt-3 pb-1 text-left text-[13px] font-medium text-ink-3 sm:px-5">{group}</th></tr>
            {some.map((kind) => (
              <tr key={kind.kind}>
                <th scope="row" className="px-4 py-2 text-left font-normal sm:px-5">{kind.says}</th>
                {channels.map(({ id, says, connected }) => <td key={id} className="px-2 py-2 text-center"><Tick aria-label={`${kind.says} in ${says}`} checked={kind.channels.includes(id)} disabled={!may || (!connected && !kind.channels.includes(id))} onChange={(event) => onChange(kind.kind, id, event.target.checked)} /></td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
}
