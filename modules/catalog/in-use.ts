// Other modules' rows (stock, orders) hold on to variants. PostgreSQL 18 says restrict_violation, older ones foreign_key_violation.
const CODES = new Set(['23001', '23503']);

/** True when the database refused a deletion because something still refers to the row. */
export function isInUse(error: unknown): boolean {
  return CODES.has((error as { code?: string }).code ?? '');
}
