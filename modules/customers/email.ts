import * as z from 'zod';

/** An email address as we keep it: trimmed, lower case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('should be an email address'));

export function normalEmail(text: string): string {
  return text.trim().toLowerCase();
}
