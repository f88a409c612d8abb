/** A CSV's columns by their place from 0, as the server understood them. */
export interface Mapping {
  skip: number;
  date: number;
  valueDate?: number;
  amount?: number;
  moneyIn?: number;
  moneyOut?: number;
  fee?: number;
  currency?: number;
  counterpart?: number;
  reference?: number;
  description?: number;
  id?: number;
  dateOrder: 'ymd' | 'dmy' | 'mdy';
  mark: '.' | ',';
  sign: 'as written' | 'the other way round';
}

export type ColumnField = 'valueDate' | 'amount' | 'moneyIn' | 'moneyOut' | 'fee' | 'currency' | 'counterpart' | 'reference' | 'description' | 'id';

export interface Sample {
  line: number;
  bookedOn: string;
  amount: number;
  currency: string;
  counterpart: string;
  reference: string;
  description: string;
}

export interface Problem {
  line: number;
  says: string;
}

export interface AccountPreview {
  account: string;
  currency: string | null;
  lines: number;
  known: number;
  unreadable: number;
  problems: Problem[];
  sample: Sample[];
}

export interface Preview {
  format: string;
  accounts: AccountPreview[];
  columns: string[];
  mapping: Mapping | null;
  ambiguous: boolean;
  currency: string;
}

export interface Upload {
  fileName: string;
  content: string;
  sourceId?: string;
  newAccount?: string;
  currency?: string;
  mapping?: Mapping;
}

export interface Account {
  id: string;
  name: string;
  currency: string | null;
}

/** The largest file that is sent; the server says the same. */
const MOST_BYTES = 2_900_000;

/** Why a file is not even sent. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size > MOST_BYTES) return `${name} is larger than 2.9 MB. Download a shorter period from your bank.`;
  return size === 0 ? `${name} is empty.` : undefined;
}

/** A file as base64, without its data: address. */
export function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(new Error('The file could not be read. Was it changed or moved meanwhile?')));
    reader.readAsDataURL(file);
  });
}
