export interface Change {
  record: string;
  id: string;
  before?: unknown;
  after?: unknown;
}

export interface Line {
  field: string;
  before?: string;
  after?: string;
}

/** The fields in which a record differs before and after a change, in words to read. */
export function differences({ before, after }: Change): Line[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return fields.filter((field) => old[field] !== next[field]).map((field) => ({ field, ...(old[field] !== undefined && { before: old[field] }), ...(next[field] !== undefined && { after: next[field] }) }));
}

function fieldsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined && each !== '');
  return Object.fromEntries(entries.map(([key, each]) => [key, typeof each === 'string' ? each : JSON.stringify(each)]));
}
