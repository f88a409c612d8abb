import { useEffect, useMemo, useRef, useState } from 'react';
import { StatusBadge } from '#ui/badge.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { useLive } from '#ui/live.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { RecordPresence } from '#ui/presence.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { KindCard } from './bundle-card.tsx';
import { CustomFieldsCard } from './custom-fields-card.tsx';
import type { Words } from './field-words.ts';
import { HistorySheet } from './history-sheet.tsx';
import { LeftBanner } from './left-banner.tsx';
import { mergeDrafts, type Merged } from './merge-drafts.ts';
import { MergeDialog, type Choices } from './merge-dialog.tsx';
import { editBackTo } from './old-version.ts';
import { BasicsCard, SeoCard } from './product-basics.tsx';
import { lineKey, titleOf, type ProductDraft } from './product-draft.ts';
import { MediaCard } from './product-media.tsx';
import { ProductMenu } from './product-menu.tsx';
import { OptionsCard } from './product-options.tsx';
import { OrganisationCard, StatusCard } from './product-side.tsx';
import { VariantsCard } from './product-variants.tsx';
import type { ProductData } from './product.tsx';
import { useAutosave } from './use-autosave.ts';
import { useProductDraft, type ProductEditing } from './use-product-draft.ts';
import { useSaveProduct } from './use-save-product.ts';

const COMMON = ['AUD', 'USD', 'EUR', 'GBP', 'NZD', 'CAD', 'JPY', 'SGD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'INR', 'CNY', 'HKD', 'KRW', 'BRL', 'MXN', 'ZAR', 'AED', 'THB', 'IDR', 'MYR', 'PHP', 'VND', 'TRY', 'ILS'];

/** One page to make and to change a product; one bar saves all of it. */
export function ProductEditor({ data }: { data: ProductData }) {
  const { product, stocks, may } = data;
  const draft = useProductDraft(product, stocks);
  const { left, forget } = useAutosave(product?.id, draft);
  const saving = useSaving(draft);
  const [history, setHistory] = useState(false);
  useLive('products', 'inventory');
  const mayWrite = may[product ? 'products.update' : 'products.create'] === true;
  return (
    <Page title={draft.value.title || product?.title || 'New product'} width="reading" crumbs={[{ label: 'Products', to: '/products' }]} beside={product && <><StatusBadge status={product.status} /><RecordPresence type="product" id={product.id} editing={draft.dirty} /></>} actions={product && <ProductMenu product={product} may={may} shopAddress={shopAddress(data)} onHistory={() => setHistory(true)} />}>
      {left && <LeftBanner at={left.at} onRestore={() => { draft.putIn(mergeDrafts(left.base, left.value, draft.base.draft).draft); forget(); }} onDiscard={forget} />}
      <FieldErrors value={saving.fields}>
        <Cards draft={draft} data={data} onWrong={saving.setWrong} />
      </FieldErrors>
      <SaveBar what={barText(draft, saving.wrong)} dirty={(draft.dirty || saving.wrong > 0) && mayWrite} pending={saving.pending} onSave={saving.save} onDiscard={() => { saving.setWrong(0); draft.discard(); }} />
      <MergeDialog merged={saving.merged} words={() => wordsFor(draft, data)} onClose={() => saving.setMerged(undefined)} onSave={saving.saveMerged} />
      {product && <HistorySheet product={product} words={() => wordsFor(draft, data)} open={history} onOpenChange={setHistory} onRestore={(old) => { draft.putIn(withKnown(editBackTo(old, product, stocks), data)); setHistory(false); toast.news('The older version is put in. Save to keep it, or discard.'); }} />}
    </Page>
  );
}

// Categories and collections that are gone meanwhile cannot come back with an older version.
function withKnown(old: ProductDraft, { categories, collections }: ProductData): ProductDraft {
  const known = (ids: readonly string[], choices: readonly { id: string }[]) => ids.filter((id) => choices.some((choice) => choice.id === id));
  return { ...old, categoryIds: known(old.categoryIds, categories), collectionIds: known(old.collectionIds, collections) };
}

function barText({ base }: ProductEditing, wrong: number): string {
  if (wrong > 0) return wrong === 1 ? 'One cell is not right yet' : `${wrong} cells are not right yet`;
  return base.product ? 'Unsaved product' : 'New product';
}

function shopName({ shop }: ProductData): string {
  return shop?.domain ?? shop?.slug ?? 'your-shop';
}

function shopAddress({ shop, product }: ProductData): string | undefined {
  if (!shop || product?.status !== 'active') return undefined;
  return shop.domain ? `https://${shop.domain}/products/${product.slug}` : `/shops/${shop.slug}/products/${product.slug}`;
}

function wordsFor({ value, base }: ProductEditing, { fields, locations }: ProductData): Words {
  const lines = [base.draft, value].flatMap(({ variants, options }) => variants.map((line): [string, string] => [lineKey(line), titleOf(line, options)]));
  return { variants: new Map(lines), fields, locations };
}

// A key press in the grid draws the grid and what follows from it; every other card only when its own part changed.
function Cards({ draft, data, onWrong }: { draft: ProductEditing; data: ProductData; onWrong(count: number): void }) {
  const { value, generation } = draft;
  const lines = value.variants.length;
  /* eslint-disable react-hooks/exhaustive-deps */
  const basics = useMemo(() => <BasicsCard key={generation} draft={draft} />, [value.title, value.descriptionHtml, generation]);
  const media = useMemo(() => <MediaCard draft={draft} />, [value.media, value.options, lines, generation]);
  const seo = useMemo(() => <SeoCard draft={draft} shop={shopName(data)} />, [value.seo, value.title, value.slug, value.descriptionHtml, generation, data]);
  const side = useMemo(
    () => <><StatusCard draft={draft} />{data.bundle && <KindCard bundle={data.bundle} mayWrite={data.may['products.set-kind'] === true} />}<OrganisationCard draft={draft} categories={data.categories} collections={data.collections} ruled={data.ruled} /><CustomFieldsCard draft={draft} fields={data.fields} /></>,
    [value.status, value.publishAt, value.unpublishAt, value.productType, value.brand, value.categoryIds, value.collectionIds, value.tags, value.customFields, generation, data],
  );
  /* eslint-enable react-hooks/exhaustive-deps */
  return <Columns main={<>{basics}{media}<OptionsCard draft={draft} product={data.product} /><Variants draft={draft} data={data} onWrong={onWrong} />{seo}</>} side={side} />;
}

function Variants({ draft, data, onWrong }: { draft: ProductEditing; data: ProductData; onWrong(count: number): void }) {
  const { currency } = useLocale();
  const [added, setAdded] = useState<string[]>([]);
  const used = draft.value.variants.flatMap((line) => Object.keys(line.prices)).join(' ');
  const currencies = useMemo(() => [...new Set([currency, ...data.currencies, ...used.split(' ').filter(Boolean).toSorted(), ...added])], [currency, data.currencies, used, added]);
  return <VariantsCard draft={draft} currencies={currencies} others={COMMON.filter((each) => !currencies.includes(each))} locations={data.locations} counts={data.may['stock.set-many'] === true} onCurrency={(next) => setAdded([...added, next])} onWrong={onWrong} />;
}

function useSaving(draft: ProductEditing) {
  const saving = useSaveProduct();
  const [wrong, setWrong] = useState(0);
  const [merged, setMerged] = useState<Merged>();
  const latest = useRef(draft);
  useEffect(() => { latest.current = draft; });

  async function store(): Promise<void> {
    const { base, value } = latest.current;
    const outcome = await saving.save(base, value);
    await settled();
    if (outcome === 'conflict') await meet();
    else if (outcome === 'saved') {
      toast.done('Product saved');
      latest.current.adopt(value);
    } else if (outcome === 'created') toast.done('Product saved');
  }
  // What is being typed in a cell is written when the cell is left, and has arrived a moment later.
  async function save(): Promise<void> {
    (document.activeElement as HTMLElement | null)?.blur?.();
    await settled();
    if (wrongNow.current > 0) toast.refused('Some cells hold something that does not fit. They are marked in the grid.');
    else await store();
  }
  const wrongNow = useRef(0);
  useEffect(() => { wrongNow.current = wrong; }, [wrong]);
  // What was typed wrongly goes with the content it stood in.
  useEffect(() => setWrong(0), [draft.generation]);
  // The refusal may have had another reason, which was shown; only a newer version is brought together.
  async function meet(): Promise<void> {
    await saving.refresh();
    await settled();
    if (latest.current.isBehind()) setMerged(latest.current.merged());
    else if (saving.sentence.current) toast.refused(saving.sentence.current);
  }
  async function saveMerged(choices: Choices): Promise<void> {
    latest.current.rebase(latest.current.merged(choices).draft);
    setMerged(undefined);
    await settled();
    await store();
  }
  return { ...saving, save: () => void save(), saveMerged: (choices: Choices) => void saveMerged(choices), wrong, setWrong, merged, setMerged };
}

/** After React has drawn what was just said to it. */
function settled(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 30); });
}
