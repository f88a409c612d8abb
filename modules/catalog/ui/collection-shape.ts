import type { CustomField } from './product-shape.ts';

export interface Rule {
  field: string;
  is: 'equals' | 'not' | 'contains' | 'over' | 'under';
  value: string;
}

export interface Rules {
  match: 'all' | 'any';
  conditions: Rule[];
}

/** What `collections.get` answers. */
export interface Collection {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  imageUrl: string;
  rules: Rules | null;
  productCount: number;
}

/** A product as collections show it. */
export interface Brief {
  id: string;
  title: string;
  status: string;
  imageUrl: string | null;
}

/** The collection as its editor holds it. */
export interface CollectionDraft {
  title: string;
  slug: string;
  descriptionHtml: string;
  rules: Rules | null;
  products: Brief[];
}

interface RuleField {
  value: string;
  label: string;
  kind: 'text' | 'number';
  choices?: readonly string[];
}

const PLAIN: readonly RuleField[] = [
  { value: 'tag', label: 'Tag', kind: 'text' },
  { value: 'title', label: 'Title', kind: 'text' },
  { value: 'brand', label: 'Brand', kind: 'text' },
  { value: 'productType', label: 'Type', kind: 'text' },
  { value: 'price', label: 'Price in cents', kind: 'number' },
];

/** What rules can ask about. */
export function ruleFields(fields: readonly CustomField[]): RuleField[] {
  return [...PLAIN, ...fields.map(({ key, says, type, choices }): RuleField => ({ value: `field.${key}`, label: says, kind: type === 'number' ? 'number' : 'text', ...(choices.length > 0 && { choices }) }))];
}

const SAYS: Record<Rule['is'], string> = { equals: 'is', not: 'is not', contains: 'contains', over: 'is over', under: 'is under' };

export function comparisons(kind: RuleField['kind']): { value: Rule['is']; label: string }[] {
  const possible: Rule['is'][] = kind === 'number' ? ['equals', 'not', 'over', 'under'] : ['equals', 'not', 'contains'];
  return possible.map((value) => ({ value, label: SAYS[value] }));
}

export function draftOfCollection(collection: Collection | null, products: Brief[]): CollectionDraft {
  if (!collection) return { title: '', slug: '', descriptionHtml: '', rules: null, products: [] };
  const { title, slug, descriptionHtml, rules } = collection;
  return { title, slug, descriptionHtml, rules, products: rules ? [] : products };
}

/** Only what differs, as `collections.update` takes it. */
export function collectionChanges(before: CollectionDraft, after: CollectionDraft): Record<string, unknown> {
  const keys = ['title', 'slug', 'descriptionHtml', 'rules'] as const;
  return Object.fromEntries(keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map((key) => [key, after[key]]));
}

/** Rules that can be asked already: every condition has a value. */
export function askable(rules: Rules | null): Rules | undefined {
  const conditions = (rules?.conditions ?? []).filter((rule) => rule.value.trim() !== '');
  return rules && conditions.length > 0 ? { ...rules, conditions } : undefined;
}
