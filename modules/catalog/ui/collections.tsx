import { Layers } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { Collection } from './collection-shape.ts';

export const meta = () => [{ title: 'Collections · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data } = await ask<{ data: Collection[] }>(args, 'collections.list');
  return { collections: data, may: mayRun(args, 'collections.create')['collections.create'] === true };
}

export { PageError as ErrorBoundary };

export default function Collections() {
  const { collections, may } = useLoaderData<typeof loader>();
  useLive('products');
  const add = may && <LinkButton kind="primary" to="/collections/new">Add collection</LinkButton>;
  return (
    <Page title="Collections" about="Products shown together: picked by hand, or by rules that keep themselves." width="narrow" actions={add}>
      <Card padding="none">
        {collections.length === 0 && <NothingYet icon={Layers} title="No collections yet" action={add}>Bring products together for a season, a gift or a sale.</NothingYet>}
        <ul className="divide-y divide-line">
          {collections.map((each) => (
            <li key={each.id} className="relative flex items-center gap-3 px-4 py-3 first:rounded-t-card last:rounded-b-card hover:bg-hover sm:px-5">
              <div className="min-w-0 flex-1">
                <Link to={`/collections/${each.id}`} prefetch="intent" className="line-clamp-2 font-medium after:absolute after:inset-0">{each.title}</Link>
                <p className="figures text-[13px] text-ink-3">{each.productCount === 1 ? '1 product' : `${each.productCount} products`}</p>
              </div>
              <Badge tone={each.rules ? 'info' : 'plain'}>{each.rules ? 'By rules' : 'By hand'}</Badge>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
