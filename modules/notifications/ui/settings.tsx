import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { Switch, Tick } from '#ui/choice.tsx';
import { ask } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select } from '#ui/select.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { DevicesCard, type Devices } from './devices-card.tsx';

interface Kind {
  kind: string;
  says: string;
  group: string;
  urgency: string;
  bell: boolean;
  push: boolean;
  mail: boolean;
}

interface Choices {
  timeZone: string;
  quietFrom: string | null;
  quietTo: string | null;
  digest: 'instant' | 'hourly' | 'daily';
  dailyAt: string;
  kinds: Kind[];
}

export const meta = () => [{ title: 'How to be notified · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  const [choices, devices] = await Promise.all([ask<Choices>(args, 'notifications.choices'), ask<Devices>(args, 'notifications.devices')]);
  return { choices, devices, zones };
}

export { PageError as ErrorBoundary };

const MEDIA = [
  ['bell', 'Bell'],
  ['push', 'Push'],
  ['mail', 'Mail'],
] as const;

export default function NotificationSettings() {
  const { choices, devices, zones } = useLoaderData<typeof loader>();
  const draft = useDraft(choices);
  const choose = useOperation('notifications.choose');
  const habits = useOperation('notifications.set-habits', { done: 'Saved' });
  async function save() {
    const { kinds, ...rest } = draft.value;
    const changed = kinds.filter((kind, i) => JSON.stringify(kind) !== JSON.stringify(choices.kinds[i])).map(({ kind, bell, push, mail }) => ({ kind, bell, push, mail }));
    if (changed.length > 0 && !(await choose.run({ kinds: changed }))) return;
    if (await habits.run(rest)) draft.settle();
  }
  return (
    <FieldErrors value={habits.fields}>
      <Page title="How to be notified" width="narrow" crumbs={[{ label: 'Notifications', to: '/notifications' }]} about="These are your own choices for this workspace; nobody else is affected.">
        <KindsCard kinds={draft.value.kinds} onChange={(kinds) => draft.set('kinds', kinds)} />
        <DevicesCard devices={devices} />
        <TimesCard value={draft.value} set={draft.set} zones={zones} />
        <SaveBar what="Unsaved choices" dirty={draft.dirty} pending={choose.pending || habits.pending} onSave={() => void save()} onDiscard={draft.discard} />
      </Page>
    </FieldErrors>
  );
}

function KindsCard({ kinds, onChange }: { kinds: readonly Kind[]; onChange(kinds: Kind[]): void }) {
  const groups = Map.groupBy(kinds, (kind) => kind.group);
  const set = (name: string, medium: 'bell' | 'push' | 'mail', on: boolean) => onChange(kinds.map((kind) => (kind.kind === name ? { ...kind, [medium]: on } : kind)));
  return (
    <Card title="What reaches you, and how" padding="none">
      <table className="w-full">
        <thead className="border-b border-line text-[13px] text-ink-3">
          <tr>
            <th scope="col" className="px-4 pb-2 text-left font-medium sm:px-5">Kind</th>
            {MEDIA.map(([key, label]) => <th key={key} scope="col" className="w-14 pb-2 text-center font-medium sm:w-18">{label}</th>)}
          </tr>
        </thead>
        {[...groups].toReversed().map(([group, members]) => (
          <tbody key={group} className="border-b border-line last:border-0">
            <tr><th scope="rowgroup" colSpan={4} className="px-4 pt-3 pb-1 text-left text-[13px] font-semibold sm:px-5">{group}</th></tr>
            {members.map((kind) => (
              <tr key={kind.kind} className="hover:bg-hover">
                <th scope="row" className="px-4 py-2 text-left font-normal sm:px-5">{kind.says}{kind.urgency === 'urgent' && <span className="block text-xs text-bad">Needs somebody to act</span>}</th>
                {MEDIA.map(([medium, label]) => (
                  <td key={medium} className="text-center"><label className="inline-grid size-9 place-items-center"><Tick aria-label={`${kind.says}: ${label}`} checked={kind[medium]} onChange={(event) => set(kind.kind, medium, event.target.checked)} /></label></td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
}

type Set = <K extends keyof Choices>(key: K, value: Choices[K]) => void;

function TimesCard({ value, set, zones }: { value: Choices; set: Set; zones: { value: string; label: string }[] }) {
  const quiet = value.quietFrom !== null;
  const setQuiet = (on: boolean) => {
    set('quietFrom', on ? '22:00' : null);
    set('quietTo', on ? '07:00' : null);
  };
  return (
    <Card title="When" about="The bell never makes a sound; this is about pushes and mails.">
      <div className="flex flex-col gap-5">
        <Field label="Your time zone"><Select value={value.timeZone} onChange={(event) => set('timeZone', event.target.value)} options={zones} /></Field>
        <Switch label="Quiet hours" description="What happens meanwhile reaches you when they end." checked={quiet} onChange={(event) => setQuiet(event.target.checked)} />
        {quiet && (
          <FieldRow>
            <Field label="From" name="quietFrom"><Input type="time" required value={value.quietFrom ?? ''} onChange={(event) => set('quietFrom', event.target.value)} /></Field>
            <Field label="To" name="quietTo"><Input type="time" required value={value.quietTo ?? ''} onChange={(event) => set('quietTo', event.target.value)} /></Field>
          </FieldRow>
        )}
        <FieldRow>
          <Field label="Mails" description="What needs somebody to act is always mailed at once.">
            <Select value={value.digest} onChange={(event) => set('digest', event.target.value as Choices['digest'])} options={[{ value: 'instant', label: 'One by one, at once' }, { value: 'hourly', label: 'Gathered, every hour' }, { value: 'daily', label: 'Gathered, once a day' }]} />
          </Field>
          {value.digest === 'daily' && <Field label="At"><Input type="time" required value={value.dailyAt} onChange={(event) => set('dailyAt', event.target.value)} /></Field>}
        </FieldRow>
      </div>
    </Card>
  );
}
