import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Switch } from '#ui/choice.tsx';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Page } from '#ui/page.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import type { ShopPage } from '../pages.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `Pages of ${loaderData?.storefront.name ?? 'the shop'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id;
  const [storefront, pages] = await Promise.all([ask<{ id: string; name: string; slug: string }>(args, 'storefronts.get', { id }), ask<{ data: ShopPage[] }>(args, 'storefronts.pages', { id })]);
  return { storefront, pages: pages.data, may: mayRun(args, 'storefronts.create-page')['storefronts.create-page'] === true };
}

export { PageError as ErrorBoundary };

const USUAL = ['Delivery', 'Returns', 'Privacy', 'Imprint'];

/** The shop's text pages, each edited where it stands. */
export default function Pages() {
  const { storefront, pages, may } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<string | undefined>(pages.length === 1 ? pages[0]!.id : undefined);
  const create = useOperation<ShopPage>('storefronts.create-page', { onDone: (page) => setOpen(page.id) });
  const missing = USUAL.filter((title) => !pages.some((each) => each.title === title));
  const add = (title: string) => void create.run({ id: storefront.id, title, published: false });
  const actions = may && <Button kind="primary" icon={<Plus aria-hidden />} pending={create.pending} onClick={() => add('New page')}>Add a page</Button>;
  return (
    <Page title="Text pages" width="reading" about="Delivery, returns, privacy and whatever else shoppers should be able to read. They stand at the foot of every page." crumbs={[{ label: 'Storefronts', to: '/storefronts' }, { label: storefront.name, to: `/storefronts/${storefront.id}` }]} actions={actions}>
      {pages.length === 0 && <NothingYet icon={FileText} title="No text page yet" action={may && <span className="flex flex-wrap justify-center gap-2">{missing.map((title) => <Button key={title} onClick={() => add(title)}>{title}</Button>)}</span>}>Begin with one that most shops need. Shoppers see it when you publish it.</NothingYet>}
      {pages.map((page) => <OnePage key={page.id} page={page} storefront={storefront} may={may} open={open === page.id} onOpen={() => setOpen(open === page.id ? undefined : page.id)} />)}
      {pages.length > 0 && may && missing.length > 0 && <p className="flex flex-wrap items-center gap-2 text-ink-2">Often needed: {missing.map((title) => <Button key={title} size="small" onClick={() => add(title)}>{title}</Button>)}</p>}
    </Page>
  );
}

interface Props {
  page: ShopPage;
  storefront: { id: string; slug: string };
  may: boolean;
  open: boolean;
  onOpen(): void;
}

function OnePage({ page, storefront, may, open, onOpen }: Props) {
  const address = `/shops/${storefront.slug}/pages/${page.slug}`;
  const actions = (
    <>
      <StatusBadge status={page.published ? 'active' : 'draft'} label={page.published ? 'Published' : 'Draft'} />
      {page.published && <a href={address} target="_blank" rel="noreferrer" className={buttonClass({ size: 'small' })}>Open<span className="sr-only"> {page.title}</span></a>}
      <Button size="small" aria-expanded={open} onClick={onOpen}>{open ? 'Close' : 'Edit'}<span className="sr-only"> {page.title}</span></Button>
    </>
  );
  return <Card title={page.title} about={`/pages/${page.slug}`} actions={actions}>{open && <Editor page={page} storefront={storefront} may={may} />}</Card>;
}

function Editor({ page, storefront, may }: Omit<Props, 'open' | 'onOpen'>) {
  const draft = useDraft({ title: page.title, slug: page.slug, html: page.html, inFooter: page.inFooter, published: page.published });
  const save = useOperation('storefronts.update-page', { done: 'Page saved' });
  const remove = useOperation('storefronts.delete-page', { done: 'Page deleted' });
  const [asking, setAsking] = useState(false);
  const which = { id: storefront.id, pageId: page.id };
  async function keep() {
    if (await save.run({ ...which, ...draft.value })) draft.settle();
  }
  return (
    <FieldErrors value={save.fields}>
      <fieldset disabled={!may} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">{page.title}</legend>
        <FieldRow>
          <Field label="Title" name="title"><Input value={draft.value.title} maxLength={120} onChange={(event) => draft.set('title', event.target.value)} /></Field>
          <Field label="Address" name="slug" description={`…/pages/${draft.value.slug}`}><Input value={draft.value.slug} maxLength={80} onChange={(event) => draft.set('slug', event.target.value)} /></Field>
        </FieldRow>
        <RichText label={`Text of ${page.title}`} value={draft.value.html} onChange={(html) => draft.set('html', html)} />
        <Switch label="Published" description="Shoppers can read it." checked={draft.value.published} onChange={(event) => draft.set('published', event.target.checked)} />
        <Switch label="At the foot of every page" checked={draft.value.inFooter} onChange={(event) => draft.set('inFooter', event.target.checked)} />
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" disabled={!draft.dirty} pending={save.pending} onClick={() => void keep()}>Save page</Button>
          <Button className="text-bad" onClick={() => setAsking(true)}>Delete …</Button>
        </div>
      </fieldset>
      <ConfirmDialog title={`Delete “${page.title}”?`} confirm="Delete page" open={asking} onOpenChange={setAsking} onConfirm={() => void remove.run(which)}>Links to it lead nowhere from then on.</ConfirmDialog>
    </FieldErrors>
  );
}
