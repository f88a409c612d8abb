import { Refusal } from '#platform/refusal.ts';

/** What went wrong with a vendor, as a sentence a person can act on. */
export function whyNot(error: unknown): string {
  if (error instanceof Refusal) return error.sentence;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'There is no such address, or this machine has no way out.';
  if (code === 'ECONNREFUSED') return 'Nobody answers at that address.';
  return /time/.test(message) ? 'It did not answer in time.' : `It could not be reached (${message.slice(0, 200)}).`;
}

/** Asks a vendor while somebody waits: that it cannot be reached is a refusal too, because what was typed is still in the form. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('not_reached', whyNot(error));
  }
}
