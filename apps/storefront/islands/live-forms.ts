import { exchange, fetchPage } from './swap.ts';

/*
 * The checkout asks the server for delivery and total whenever a field that decides them changes.
 * Only the parts that show them are exchanged: nothing a person is typing is touched.
 */

let latest = 0;

async function refresh(form: HTMLFormElement): Promise<void> {
  const mine = ++latest;
  const places = ['delivery', 'summary', 'place'];
  document.getElementById('summary')?.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form) as never);
  body.delete('card');
  body.delete('code');
  const page = await fetchPage(form.dataset['refresh']!, { method: 'POST', body, headers: { 'x-quiet': '1' } });
  if (!page || mine !== latest) return;
  exchange(page, places);
  document.getElementById('summary')?.removeAttribute('aria-busy');
}

export function startChecks(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-refresh]');
  form?.addEventListener('change', (event) => {
    const decides = ['country', 'region', 'postalCode', 'shippingMethodId', 'city', 'line1', 'name', 'email'];
    if (decides.includes((event.target as HTMLInputElement).name)) void refresh(form);
  });
}
