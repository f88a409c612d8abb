/** Why a text does not fit its cell. */
export interface Wrong {
  wrong: string;
}

/** One column of a grid: how a cell is read as text, and how a text becomes the row again. */
export interface GridColumn<R> {
  key: string;
  label: string;
  /** Columns of one group stand together below its name. */
  group?: string;
  /** In pixels. */
  width: number;
  align?: 'right';
  /** What is typed, copied and compared. */
  read(row: R): string;
  /** What stands in the cell; like `read` unless given. */
  shown?(row: R): string;
  write(row: R, text: string): R | Wrong;
  /** Why this cell cannot be changed; undefined = it can. */
  locked?(row: R): string | undefined;
}

export interface Place {
  row: number;
  column: number;
}

export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A text that did not fit, kept so that it can be corrected. */
export interface WrongCell {
  text: string;
  reason: string;
}

/** Row key -> column key -> what is wrong there. Rows without fault are missing. */
export type WrongCells = ReadonlyMap<string, Readonly<Record<string, WrongCell>>>;

export interface Edit {
  row: string;
  column: string;
  before: string;
  after: string;
}

export function boxOf(a: Place, b: Place): Box {
  return { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column) };
}

export function isWrong<R>(value: R | Wrong): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value;
}
