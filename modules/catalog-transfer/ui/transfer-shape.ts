/** Something in the file a person should look at. */
export interface Remark {
  line: number;
  handle: string;
  column?: string;
  says: string;
}

export interface Report {
  products: number;
  variants: number;
  created: number;
  updated: number;
  failed: number;
  errors: Remark[];
  warnings: Remark[];
}

export interface SampleRow {
  handle: string;
  title: string;
  status: string | null;
  variants: number;
  price: { amount: number; currency: string } | null;
  exists: boolean;
}

export interface Preview extends Report {
  newVariants: number;
  knownVariants: number;
  columns: { name: string; means: string }[];
  sample: SampleRow[];
}

/** "1 product", "2,040 products". */
export function counted(count: number, one: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : `${one}s`}`;
}
