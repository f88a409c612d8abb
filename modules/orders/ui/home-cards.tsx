import { ImageOff } from 'lucide-react';
import { StatusBadge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import type { HomeFigures, LowRow } from './home-shape.ts';

export function LatestOrders({ figures }: { figures: HomeFigures }) {
  return (
    <Card title="Latest orders" padding="none" actions={<TextLink to="/orders">All orders</TextLink>}>
      <ul className="divide-y divide-line border-t border-line">
        {figures.latestOrders.map((order) => (
          <li key={order.id} className="flex items-start justify-between gap-3 px-4 py-2.5 sm:px-5">
            <div className="min-w-0">
              <p className="truncate"><Link to={`/orders/${order.id}`} prefetch="intent" className="figures font-medium hover:underline">#{order.number}</Link> <span className="text-ink-2">{order.customer}</span></p>
              <p className="text-[13px] text-ink-3">{order.statusSentence}</p>
            </div>
            <p className="text-right"><Money value={order.total} /><span className="block text-[13px] text-ink-3"><DateTime at={order.placedAt} /></span></p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function TopProducts({ figures }: { figures: HomeFigures }) {
  return (
    <Card title="Top products" padding="none">
      <ol className="divide-y divide-line border-t border-line">
        {figures.topProducts.slice(0, 6).map((product) => (
          <li key={product.productId} className="flex items-center gap-3 px-4 py-2.5 sm:px-5">
            {product.image ? <img src={product.image} alt="" loading="lazy" width={36} height={36} className="size-9 shrink-0 rounded-md border border-line bg-sunken object-cover" /> : <span className="grid size-9 shrink-0 place-items-center rounded-md border border-line bg-sunken text-ink-3"><ImageOff aria-hidden className="size-4" /></span>}
            <div className="min-w-0 flex-1">
              <Link to={`/products/${product.productId}`} prefetch="intent" className="line-clamp-2 font-medium hover:underline">{product.title}</Link>
              <p className="figures text-[13px] text-ink-3">{product.units} sold</p>
            </div>
            <Money value={product.sales} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function LowStock({ low }: { low: { data: LowRow[]; total: number } }) {
  if (low.data.length === 0) return <Card title="Low stock"><p className="text-ink-3">Everything is in stock.</p></Card>;
  return (
    <Card title="Low stock" padding="none" actions={<TextLink to="/inventory/alerts">All alerts</TextLink>}>
      <ul className="divide-y divide-line border-t border-line">
        {low.data.map((row) => (
          <li key={row.id} className="flex items-center gap-3 px-4 py-2.5 sm:px-5">
            <div className="min-w-0 flex-1">
              <Link to={`/products/${row.productId}`} prefetch="intent" className="line-clamp-1 font-medium hover:underline">{row.product}</Link>
              <p className="truncate text-[13px] text-ink-3">{row.variant || row.location}</p>
            </div>
            {row.state === 'out' ? <StatusBadge status="out" label="Sold out" /> : <span className="figures font-medium text-warn">{row.available} left</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What happened last, whoever did it. */
export function ActivityFeed({ figures }: { figures: HomeFigures }) {
  return (
    <Card title="Activity" padding="none">
      <ol className="divide-y divide-line border-t border-line">
        {figures.activity.map((entry) => (
          <li key={entry.id} className="flex items-baseline justify-between gap-3 px-4 py-2 sm:px-5">
            <p className="min-w-0">
              <Link to={`/orders/${entry.orderId}`} prefetch="intent" className="figures font-medium hover:underline">#{entry.number}</Link> {entry.says}
              <span className="block truncate text-[13px] text-ink-3">{[entry.byName === 'house' ? '' : entry.byName, entry.customer].filter(Boolean).join(' · ')}</span>
            </p>
            <span className="shrink-0 text-[13px] text-ink-3"><DateTime at={entry.at} /></span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Before the first order: the next thing to do. */
export function Welcome({ products }: { products: number }) {
  return (
    <Card title={products === 0 ? 'Add your first product' : 'Ready for the first order'}>
      <p className="max-w-[60ch] text-ink-2">{products === 0 ? 'A shop needs something to sell. Add one product with a price and a picture, and it is on your shop page at once.' : 'Your products are in. Open your shop page and place a test order, or share its address.'}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        {products === 0 ? <LinkButton kind="primary" to="/products/new">Add product</LinkButton> : <LinkButton kind="primary" to="/storefronts">See storefronts</LinkButton>}
      </div>
    </Card>
  );
}
