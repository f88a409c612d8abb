/** Where the shop begins on this host, and what this page is, as the server wrote it into the body. */
const marks = (): DOMStringMap => document.body.dataset;

export const base = (): string => marks()['base'] ?? '';
export const signedIn = (): boolean => marks()['signedIn'] !== undefined;
export const preview = (): boolean => marks()['preview'] !== undefined;

/** A name for something kept on this device by this shop; two shops may share a host. */
export function own(name: string): string {
  return `qd-${name}-${marks()['shop'] ?? ''}`;
}

/** What is kept under the name, or the alternative: also when the browser keeps nothing for anybody. */
export function recall<T>(store: () => Storage, name: string, otherwise: T): T {
  try {
    const text = store().getItem(own(name));
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function keep(store: () => Storage, name: string, value: unknown): void {
  try {
    store().setItem(own(name), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows the shop all the same.
  }
}

export const onDevice = (): Storage => localStorage;
export const inTab = (): Storage => sessionStorage;

export function say(sentence: string): void {
  const says = document.getElementById('says');
  if (says) says.textContent = sentence;
}
