import { useLoaderData, useNavigation, type LoaderFunctionArgs } from 'react-router';
import { cx } from '#ui/cx.ts';
import { askIfAllowed } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { ActivityFeed, LatestOrders, LowStock, TopProducts, Welcome } from './home-cards.tsx';
import { HomeChoices, type Storefront } from './home-choices.tsx';
import { Figures, SalesChart } from './home-figures.tsx';
import { askedBy } from './home-range.ts';
import type { HomeFigures, LowRow } from './home-shape.ts';

export const meta = () => [{ title: 'Home · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = askedBy(new URL(args.request.url).searchParams);
  const [figures, low, products, storefronts] = await Promise.all([
    askIfAllowed<HomeFigures>(args, 'analytics.home', asked),
    askIfAllowed<{ data: LowRow[]; total: number }>(args, 'stock.low', { limit: 6 }),
    askIfAllowed<{ total: number }>(args, 'products.list', { limit: 1 }),
    askIfAllowed<{ data: Storefront[] }>(args, 'storefronts.list', {}),
  ]);
  return { figures, low, products: products?.total, storefronts: storefronts?.data ?? [], storefrontId: (asked.storefrontId as string | undefined) ?? null };
}

export { PageError as ErrorBoundary };

export default function Home() {
  const { figures, low, products, storefronts, storefrontId } = useLoaderData<typeof loader>();
  const loading = useNavigation().state === 'loading';
  useLive('orders', 'inventory', 'customers');
  const quiet = figures?.latestOrders.length === 0;
  const sells = figures && !quiet;
  return (
    <Page title="Home" width="reading" actions={sells && <HomeChoices figures={figures} storefronts={storefronts} />}>
      {quiet && <Welcome products={products ?? 0} />}
      {sells && <div className={cx('flex flex-col gap-5 transition-opacity motion-reduce:transition-none', loading && 'opacity-60')}><Figures figures={figures} storefrontId={storefrontId} /><SalesChart figures={figures} /></div>}
      <Columns
        main={<>{sells && <LatestOrders figures={figures} />}{sells && figures.activity.length > 0 && <ActivityFeed figures={figures} />}</>}
        side={<>{figures && figures.topProducts.length > 0 && <TopProducts figures={figures} />}{low && products !== 0 && <LowStock low={low} />}</>}
      />
      {!figures && <p className="text-ink-2">Your role does not include sales figures. Use the pages on the left.</p>}
    </Page>
  );
}
