/** A guide as it is typed: ranges as "88–92" in the guide's unit. */
export interface GuideDraft {
  name: string;
  note: string;
  unit: 'cm' | 'in';
  measures: string[];
  rows: { size: string; cells: string[] }[];
  products: { id: string; label: string }[];
  categoryIds: string[];
}

export interface StoredGuide {
  id: string;
  name: string;
  note: string;
  unit: 'cm' | 'in';
  measures: { key: string; says: string }[];
  sizes: { size: string; ranges: Record<string, { from: number; to: number }> }[];
  products: { id: string; title: string }[];
  categories: { id: string; name: string }[];
}

const perUnit = { cm: 10, in: 25.4 };
const inUnit = (millimetres: number, unit: 'cm' | 'in') => String(Math.round((millimetres / perUnit[unit]) * 10) / 10);

export function draftOfGuide(guide: StoredGuide | null): GuideDraft {
  if (!guide) return { name: '', note: '', unit: 'cm', measures: ['Chest', 'Waist'], rows: ['S', 'M', 'L'].map((size) => ({ size, cells: ['', ''] })), products: [], categoryIds: [] };
  return {
    name: guide.name,
    note: guide.note,
    unit: guide.unit,
    measures: guide.measures.map((each) => each.says),
    rows: guide.sizes.map(({ size, ranges }) => ({ size, cells: guide.measures.map(({ key }) => cellText(ranges[key], guide.unit)) })),
    products: guide.products.map(({ id, title }) => ({ id, label: title })),
    categoryIds: guide.categories.map((each) => each.id),
  };
}

function cellText(range: { from: number; to: number } | undefined, unit: 'cm' | 'in'): string {
  if (!range) return '';
  const [from, to] = [inUnit(range.from, unit), inUnit(range.to, unit)];
  return from === to ? from : `${from}–${to}`;
}

/** "88–92", "88-92" or "90" as millimetres; null when it is not that, undefined when nothing is there. */
export function rangeOf(text: string, unit: 'cm' | 'in'): { from: number; to: number } | null | undefined {
  const plain = text.trim().replaceAll(',', '.');
  if (plain === '') return undefined;
  const match = /^(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?$/.exec(plain);
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])].map((value) => Math.round(value * perUnit[unit])) as [number, number];
  return from > 0 && from <= to ? { from, to } : null;
}

/** What is sent, or the sentence that says which cell is wrong. */
export function guideOf(draft: GuideDraft): { input: Record<string, unknown> } | { wrong: string } {
  const keys = draft.measures.map((says, i) => keyOf(says, i));
  const sizes: { size: string; ranges: Record<string, { from: number; to: number }> }[] = [];
  for (const { size, cells } of draft.rows) {
    const ranges: Record<string, { from: number; to: number }> = {};
    for (const [i, key] of keys.entries()) {
      const range = rangeOf(cells[i] ?? '', draft.unit);
      if (range === null) return { wrong: `“${cells[i]}” is not a length. Write it like 88–92.` };
      if (range) ranges[key] = range;
    }
    sizes.push({ size, ranges });
  }
  const measures = draft.measures.map((says, i) => ({ key: keys[i]!, says }));
  return { input: { name: draft.name, note: draft.note, unit: draft.unit, measures, sizes, productIds: draft.products.map((each) => each.id), categoryIds: draft.categoryIds } };
}

function keyOf(says: string, place: number): string {
  const plain = says.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[^a-z]+|_+$/g, '').slice(0, 30);
  return plain === '' ? `measure_${place + 1}` : plain;
}
