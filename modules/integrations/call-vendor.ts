import { config } from '#platform/config.ts';
import { callOutside, type Call } from '#platform/outside/call-outside.ts';

const elsewhere = new Map<string, string>();

/** Test support: another address for a vendor, on this machine only. Answers a function that takes it back. */
export function useVendorAt(host: string, address: string): () => void {
  const { hostname } = new URL(address);
  if (config().NODE_ENV !== 'test' || !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)) throw new Error('A vendor stands elsewhere in tests only, and only on this machine');
  elsewhere.set(host, address);
  return () => void elsewhere.delete(host);
}

/** The address of a vendor's host, or of its double in a test. */
export function vendorAddress(url: string): string {
  const { origin } = new URL(url);
  const other = elsewhere.get(origin);
  return other ? other + url.slice(origin.length) : url;
}

export interface VendorAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The JSON of the answer; `{}` when it is none. */
  json: Record<string, unknown>;
}

/** Asks a vendor. Throws an Error when there is no answer; every answer, good or bad, is returned. */
export async function callVendor(url: string, call: Call): Promise<VendorAnswer> {
  const { status, headers, text } = await callOutside(vendorAddress(url), { timeoutMillis: 8_000, mostBytes: 4_000_000, ...call, headers: { 'user-agent': 'quickdash', ...call.headers } });
  return { status, headers, text, json: objectIn(text) };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : { data: value };
  } catch {
    return {};
  }
}
