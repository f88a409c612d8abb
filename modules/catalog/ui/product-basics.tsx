import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import type { Draft } from '#ui/use-draft.ts';
import { isRich, htmlOf } from './description.ts';
import type { ProductDraft } from './product-draft.ts';

export function BasicsCard({ draft }: { draft: Draft<ProductDraft> }) {
  const { value, set } = draft;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Field label="Title" name="title" required><Input value={value.title} maxLength={255} autoFocus={value.title === ''} onChange={(event) => set('title', event.target.value)} /></Field>
        <Field label="Description" name="descriptionHtml" optional description={isRich(htmlOf(value.description)) ? 'This text is formatted; you are editing its HTML.' : 'An empty line begins a new paragraph.'}>
          <Textarea rows={6} value={value.description} onChange={(event) => set('description', event.target.value)} className="min-h-32!" />
        </Field>
      </div>
    </Card>
  );
}

/** How search engines show the product. */
export function SeoCard({ draft }: { draft: Draft<ProductDraft> }) {
  const { value, set } = draft;
  const title = value.seo.title || value.title || 'Title of the product';
  const about = value.seo.description || value.description.split('\n')[0]?.replaceAll(/<[^>]*>/g, ' ').trim() || 'The first line of the description.';
  return (
    <Card title="Search engines">
      <div className="mb-4 rounded-lg bg-sunken px-4 py-3">
        <p className="truncate text-[13px] text-ink-3">…/products/{value.slug || 'made-from-the-title'}</p>
        <p className="truncate text-base text-accent-text">{title}</p>
        <p className="line-clamp-2 text-[13px] text-ink-2">{about}</p>
      </div>
      <div className="flex flex-col gap-4">
        <Field label="Title for search engines" name="seo.title" optional><Input value={value.seo.title} maxLength={255} onChange={(event) => set('seo', { ...value.seo, title: event.target.value })} /></Field>
        <Field label="Description for search engines" name="seo.description" optional><Textarea rows={2} value={value.seo.description} maxLength={1000} onChange={(event) => set('seo', { ...value.seo, description: event.target.value })} className="min-h-16!" /></Field>
        <Field label="Address" name="slug" optional description="The former address keeps leading here."><Input value={value.slug} maxLength={200} onChange={(event) => set('slug', event.target.value)} /></Field>
      </div>
    </Card>
  );
}
