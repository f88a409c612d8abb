import { parseAmount } from './money.tsx';

type Json = Record<string, unknown>;

/** Reads a form as the JSON an operation expects: names with dots nest, and `data-as` tells numbers, money and yes/no from text. */
export function readForm(form: HTMLFormElement): Json {
  const out: Json = {};
  for (const control of form.elements) {
    if (!isControl(control) || !control.name || control.disabled) continue;
    const value = valueOf(control);
    if (value !== undefined) put(out, control.name, value);
  }
  return out;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/** An empty field is left out, unless `data-empty="null"` says that emptying it means something. */
function valueOf(control: Control): unknown {
  if (control instanceof HTMLInputElement && control.type === 'radio') return control.checked ? control.value : undefined;
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.dataset.as === 'list' ? (control.checked ? [control.value] : []) : control.checked;
  if (control.value === '') return control.dataset.empty === 'null' ? null : control.dataset.empty === 'keep' ? '' : undefined;
  if (control.dataset.as === 'number') return Number(control.value);
  if (control.dataset.as === 'money') return { amount: parseAmount(control.value, control.dataset.currency!) ?? control.value, currency: control.dataset.currency };
  if (control.dataset.as === 'amount') return parseAmount(control.value, control.dataset.currency!) ?? control.value;
  return control.value;
}

function put(into: Json, name: string, value: unknown): void {
  const steps = name.split('.');
  const last = steps.pop()!;
  let place = into;
  for (const step of steps) place = (place[step] ??= {}) as Json;
  const there = place[last];
  place[last] = Array.isArray(there) && Array.isArray(value) ? [...there, ...value] : value;
}
