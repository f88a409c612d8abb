// A file of an order: goes on to its address, which is good for a few minutes.
import { redirectDocument, type LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { url } = await ask<{ url: string }>(args, 'orders.file', { id: args.params.id, fileId: args.params.fileId });
  return redirectDocument(new URL(url, args.request.url).href);
}
