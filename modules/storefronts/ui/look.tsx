import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { LookColours } from './look-colours.tsx';
import { LookFooter, LookShape, LookWords } from './look-words.tsx';
import { LookPreview } from './look-preview.tsx';
import { LookSections } from './look-sections.tsx';
import type { Theme } from '../theme.ts';
import { useLook } from './use-look.ts';

interface ThemeState {
  id: string;
  published: Theme;
  draft: Theme | null;
  previewPath: string;
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `Look of ${loaderData?.storefront.name ?? 'the shop'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id;
  const [storefront, state, settings] = await Promise.all([
    ask<{ id: string; name: string; active: boolean }>(args, 'storefronts.get', { id }),
    ask<ThemeState>(args, 'storefronts.theme', { id }),
    ask<{ id: string }>(args, 'workspace.settings'),
  ]);
  const may = mayRun(args, 'storefronts.save-theme', 'collections.list');
  const collections = may['collections.list'] ? (await ask<{ data: { id: string; title: string }[] }>(args, 'collections.list', { limit: 100 })).data : [];
  return { storefront, state, workspaceId: settings.id, collections: collections.map(({ id: value, title }) => ({ value, label: title })), may: may['storefronts.save-theme'] === true };
}

export { PageError as ErrorBoundary };

/** Changing the look of a shop beside the shop itself. Every change is kept as a draft; shoppers see it when it is published. */
export default function Look() {
  const { storefront, state, workspaceId, collections, may } = useLoaderData<typeof loader>();
  const look = useLook(storefront.id, state.draft ?? state.published);
  const publish = useOperation('storefronts.publish-theme', { done: 'The new look is published' });
  const discard = useOperation<ThemeState>('storefronts.discard-theme', { done: 'The changes are thrown away', onDone: (answer) => look.startAgain(answer.published) });
  const changed = state.draft !== null;
  const actions = may && (
    <>
      <Button disabled={!changed || look.saving} pending={discard.pending} onClick={() => void discard.run({ id: storefront.id })}>Discard</Button>
      <Button kind="primary" disabled={!changed || look.saving || look.refused} pending={publish.pending} onClick={() => void publish.run({ id: storefront.id })}>Publish</Button>
    </>
  );
  return (
    <Page title="Look" crumbs={[{ label: 'Storefronts', to: '/storefronts' }, { label: storefront.name, to: `/storefronts/${storefront.id}` }]} beside={<Standing changed={changed} look={look} />} actions={actions}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(320px,380px)_minmax(0,1fr)]">
        <FieldErrors value={look.fields}>
          <fieldset disabled={!may} className="flex min-w-0 flex-col gap-5">
            <legend className="sr-only">Look</legend>
            <Card title="Home page" about="Drag a section, use its buttons, or hold Alt and press the arrow keys."><LookSections theme={look.theme} collections={collections} workspaceId={workspaceId} onChange={look.change} /></Card>
            <Card title="Colours" about="By night they are turned round by themselves, unless the shop has a background of its own."><LookColours theme={look.theme} suggestions={look.suggestions} onChange={look.change} /></Card>
            <Card title="Letters and corners"><LookShape theme={look.theme} onChange={look.change} /></Card>
            <Card title="Name and words"><LookWords theme={look.theme} workspaceId={workspaceId} onChange={look.change} /></Card>
            <Card title="Footer" about="Text pages stand there by themselves."><LookFooter theme={look.theme} onChange={look.change} /></Card>
          </fieldset>
        </FieldErrors>
        <LookPreview path={state.previewPath} version={look.version} open={storefront.active} />
      </div>
    </Page>
  );
}

function Standing({ changed, look }: { changed: boolean; look: { saving: boolean; refused: boolean } }) {
  const says = look.refused ? 'Not saved: see the marked colours' : look.saving ? 'Saving …' : changed ? 'Draft saved, not published' : 'Published';
  return <span role="status"><Badge tone={look.refused ? 'bad' : changed ? 'warn' : 'good'}>{says}</Badge></span>;
}
