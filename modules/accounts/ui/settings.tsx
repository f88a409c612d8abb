import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card, Facts } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Columns } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select, type Option } from '#ui/select.tsx';
import { inWords } from '#ui/badge.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';

interface Settings {
  name: string;
  slug: string;
  tier: string;
  currency: string;
  country: string;
  locale: string;
  timeZone: string;
}

export const meta = () => [{ title: 'Settings · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const settings = await ask<Settings>(args, 'workspace.settings');
  const named = (type: 'currency' | 'region', codes: readonly string[]) => choices(codes, new Intl.DisplayNames(['en'], { type }));
  return {
    settings,
    country: new Intl.DisplayNames(['en'], { type: 'region' }).of(settings.country) ?? settings.country,
    may: mayRun(args, 'workspace.update-settings')['workspace.update-settings'] === true,
    currencies: named('currency', Intl.supportedValuesOf('currency')),
    zones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    locales: choices(withOwn(locales, settings.locale), new Intl.DisplayNames(['en'], { type: 'language' })),
  };
}

const locales = ['en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-SG', 'en-US', 'en-ZA', 'da-DK', 'de-AT', 'de-CH', 'de-DE', 'es-ES', 'es-MX', 'fi-FI', 'fr-BE', 'fr-CA', 'fr-FR', 'id-ID', 'it-IT', 'ja-JP', 'ko-KR', 'nb-NO', 'nl-NL', 'pl-PL', 'pt-BR', 'pt-PT', 'sv-SE', 'th-TH', 'tr-TR', 'vi-VN', 'zh-CN', 'zh-TW'];

function withOwn(list: readonly string[], own: string): string[] {
  return list.includes(own) ? [...list] : [own, ...list];
}

function choices(codes: readonly string[], names: Intl.DisplayNames): Option[] {
  return codes.map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` })).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}

export { PageError as ErrorBoundary };

type Editable = Pick<Settings, 'currency' | 'locale' | 'timeZone'>;

export default function GeneralSettings() {
  const { settings, country, may, currencies, zones, locales: languages } = useLoaderData<typeof loader>();
  const draft = useDraft<Editable>({ currency: settings.currency, locale: settings.locale, timeZone: settings.timeZone });
  const update = useOperation('workspace.update-settings', { done: 'Settings saved' });
  const choose = (key: keyof Editable, options: readonly Option[]) => <Select value={draft.value[key]} disabled={!may} onChange={(event) => draft.set(key, event.target.value)} options={options} />;
  async function save() {
    if (await update.run(draft.value)) draft.settle();
  }
  return (
    <FieldErrors value={update.fields}>
      <Columns
        main={
          <Card title="Money and time">
            <div className="flex flex-col gap-4">
              <FieldRow>
                <Field label="Currency" name="currency" description="Of prices, stock values and figures. Existing prices are not converted.">{choose('currency', currencies)}</Field>
                <Field label="Time zone" name="timeZone" description="Decides where a day begins.">{choose('timeZone', zones)}</Field>
              </FieldRow>
              <Field label="Language and region" name="locale" description="How numbers and dates are written.">{choose('locale', languages)}</Field>
            </div>
          </Card>
        }
        side={<Card title="Workspace"><Facts facts={[['Name', settings.name], ['Short name', settings.slug], ['Country', country], ['Tier', inWords(settings.tier)]]} /></Card>}
      />
      <SaveBar what="Unsaved settings" dirty={draft.dirty} pending={update.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </FieldErrors>
  );
}
