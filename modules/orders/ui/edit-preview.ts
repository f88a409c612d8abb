// The new sums of an edit while it is being made; a refusal is an answer here, not the end of the page.
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';
import type { MoneyValue } from '#ui/money.tsx';

export interface Preview {
  subtotal: MoneyValue;
  discount: MoneyValue;
  shipping: MoneyValue;
  tax: MoneyValue;
  total: MoneyValue;
  difference: MoneyValue;
}

interface Refused {
  data: { sentence: string };
}

export async function loader(args: LoaderFunctionArgs): Promise<{ wish: string } & ({ ok: true; preview: Preview } | { ok: false; sentence: string })> {
  const wish = new URL(args.request.url).searchParams.get('edit') ?? '{}';
  try {
    return { wish, ok: true, preview: await ask<Preview>(args, 'orders.preview-edit', { id: args.params.id, edit: wish }) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    return { wish, ok: false, sentence: error.data.sentence };
  }
}

function isRefused(error: unknown): error is Refused {
  return typeof error === 'object' && error !== null && 'data' in error && typeof (error as Refused).data?.sentence === 'string';
}
