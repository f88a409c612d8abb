import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { RichText } from '#ui/rich-text.tsx';
import type { ProductEditing } from './use-product-draft.ts';

export function BasicsCard({ draft }: { draft: ProductEditing }) {
  const { value, set } = draft;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Field label="Title" name="title" required><Input value={value.title} maxLength={255} autoFocus={value.title === ''} onChange={(event) => set('title', event.target.value)} /></Field>
        <RichText label="Description" value={value.descriptionHtml} onChange={(html) => set('descriptionHtml', html)} />
      </div>
    </Card>
  );
}

/** How search engines show the product, and its address. */
export function SeoCard({ draft, shop }: { draft: ProductEditing; shop: string }) {
  const { value, base, set } = draft;
  const title = value.seo.title || value.title || 'Title of the product';
  const about = value.seo.description || firstWords(value.descriptionHtml) || 'The beginning of the description.';
  const moved = base.product !== null && value.slug !== base.draft.slug && value.slug !== '';
  return (
    <Card title="Search engines">
      <div className="mb-4 rounded-lg bg-sunken px-4 py-3" role="group" aria-label="How a search engine shows it">
        <p className="truncate text-[13px] text-ink-3">{shop} › products › {value.slug || slugFrom(value.title)}</p>
        <p className="line-clamp-1 text-base text-accent-text">{cut(title, 60)}</p>
        <p className="line-clamp-2 text-[13px] text-ink-2">{cut(about, 155)}</p>
      </div>
      <div className="flex flex-col gap-4">
        <Field label="Title for search engines" name="seo.title" optional description={`${value.seo.title.length} of about 60 letters are shown.`}><Input value={value.seo.title} maxLength={255} placeholder={value.title} onChange={(event) => set('seo', { ...value.seo, title: event.target.value })} /></Field>
        <Field label="Description for search engines" name="seo.description" optional description={`${value.seo.description.length} of about 155 letters are shown.`}><Textarea rows={2} value={value.seo.description} maxLength={1000} placeholder={firstWords(value.descriptionHtml)} onChange={(event) => set('seo', { ...value.seo, description: event.target.value })} className="min-h-16!" /></Field>
        <Field label="Address" name="slug" optional description={moved ? `Whoever opens the former address “${base.draft.slug}” is sent on to the new one.` : 'Left empty, it is made from the title.'}><Input value={value.slug} maxLength={200} placeholder={slugFrom(value.title)} onChange={(event) => set('slug', event.target.value)} /></Field>
      </div>
    </Card>
  );
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}

function firstWords(html: string): string {
  return cut(html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim(), 155);
}

// Only a foretaste; the server makes the real one.
function slugFrom(title: string): string {
  return title.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'made-from-the-title';
}
