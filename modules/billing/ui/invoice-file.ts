import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';

/** An invoice for the tier as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, pdf } = await ask<{ name: string; pdf: string }>(args, 'billing.invoice-file', { id: args.params['id'] });
  return new Response(Buffer.from(pdf, 'base64'), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` } });
}
