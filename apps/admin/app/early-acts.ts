type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  interface Window {
    /** What somebody did before the program was there, noted by program-after-paint.server.ts. */
    early?: { typed: Map<Field, string | boolean>; keys: KeyboardEvent[]; pressed: HTMLButtonElement | HTMLAnchorElement | null; stop(): void };
  }
}

/** Does once more what somebody typed and pressed while the program was on its way, which nothing could answer then. */
export function repeatEarlyActs(): void {
  const { early } = window;
  if (!early) return;
  delete window.early;
  early.stop();
  for (const [field, value] of early.typed) if (field.isConnected) retype(field, value);
  for (const { key, code, ctrlKey, metaKey, shiftKey, altKey } of early.keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }));
  const { pressed } = early;
  // A form is sent without the program. A link is followed without it too, but the router's beginning stops that.
  if (pressed?.isConnected && !('form' in pressed && pressed.form && pressed.type === 'submit')) pressed.click();
}

// React hears of a field only what differs from the value it set itself; so it is made to set another one first.
function retype(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    (field as HTMLInputElement).checked = !value;
    return field.click();
  }
  if (field.type !== 'file') {
    field.value = value === '' ? '0' : '';
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
  }
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
