import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Badge, StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { Stars } from './stars.tsx';

interface Review {
  id: string;
  productId: string;
  product: string;
  customerId: string;
  email: string;
  author: string;
  stars: number;
  title: string;
  text: string;
  fit: string | null;
  bought: string;
  verified: boolean;
  state: 'waiting' | 'published' | 'refused';
  refusal: string;
  reply: string;
  helpful: number;
  unhelpful: number;
  createdAt: string;
  media: { id: string; kind: 'photo' | 'video'; url: string }[];
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `Review of ${loaderData?.review.product ?? 'a product'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  return { review: await ask<Review>(args, 'reviews.get', { id: args.params['id'] }), may: mayRun(args, 'reviews.approve')['reviews.approve'] === true };
}

export { PageError as ErrorBoundary };

const states = { waiting: 'Waits', published: 'Published', refused: 'Refused' };
const FITS: Record<string, string> = { small: 'Runs small', true: 'True to size', large: 'Runs large' };

export default function ReviewPage() {
  const { review, may } = useLoaderData<typeof loader>();
  useLive('reviews');
  return (
    <Page title={review.title || `${review.stars} stars for ${review.product}`} beside={<StatusBadge status={review.state === 'waiting' ? 'pending' : review.state === 'refused' ? 'declined' : 'published'} label={states[review.state]} />} width="reading" crumbs={[{ label: 'Reviews', to: '/reviews' }]} actions={may && <Decisions review={review} />}>
      <Columns
        main={<><Said review={review} />{may && <Reply review={review} />}</>}
        side={
          <Card title="About it">
            <Facts
              facts={[
                ['Product', <Link key="product" to={`/products/${review.productId}`} className="underline">{review.product}</Link>],
                ['Customer', <Link key="customer" to={`/customers/${review.customerId}`} className="break-all underline">{review.email}</Link>],
                ['Signed', review.author],
                ['Bought here', review.verified ? <Badge key="bought" tone="good">{review.bought || 'Yes'}</Badge> : 'No'],
                ...(review.fit ? [['Fit', FITS[review.fit]] as const] : []),
                ['Helpful', `${review.helpful} yes, ${review.unhelpful} no`],
                ['Written', <DateTime key="at" at={review.createdAt} />],
              ]}
            />
          </Card>
        }
      />
    </Page>
  );
}

function Said({ review }: { review: Review }) {
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <Stars of={review.stars} />
        {review.text ? <p className="max-w-[76ch] break-words whitespace-pre-line">{review.text}</p> : <p className="text-ink-3">Only stars, no text.</p>}
        {review.media.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {review.media.map((each, i) => (
              <li key={each.id}>
                {each.kind === 'photo'
                  ? <a href={each.url} target="_blank" rel="noreferrer"><img src={each.url} alt={`${i + 1} of the customer's pictures`} className="size-32 rounded-lg border border-line bg-sunken object-cover" /></a>
                  : <a href={each.url} target="_blank" rel="noreferrer" className="underline">Watch the video</a>}
              </li>
            ))}
          </ul>
        )}
        {review.refusal && <p className="rounded-lg bg-bad-soft px-3 py-2 text-bad">Refused: {review.refusal}</p>}
      </div>
    </Card>
  );
}

function Decisions({ review }: { review: Review }) {
  const [refusing, setRefusing] = useState(false);
  const approve = useOperation('reviews.approve', { done: 'Published' });
  return (
    <>
      {review.state !== 'refused' && <Button onClick={() => setRefusing(true)}>{review.state === 'published' ? 'Take down' : 'Refuse'}</Button>}
      {review.state !== 'published' && <Button kind="primary" pending={approve.pending} onClick={() => void approve.run({ id: review.id })}>Approve</Button>}
      <RefuseDialog title="Refuse this review?" operation="reviews.refuse" id={review.id} about="Nobody reads it then. Its author sees the reason in their account." open={refusing} onOpenChange={setRefusing} />
    </>
  );
}

function Reply({ review }: { review: Review }) {
  return (
    <Card title="Your answer" about="Stands below the review, in the name of the shop. Empty takes it away.">
      <OperationForm key={review.reply} operation="reviews.reply" input={{ id: review.id }} shape={(input) => ({ text: '', ...input })} submit={review.reply ? 'Save the answer' : 'Answer'} done="Answer saved">
        <Field label="Answer" name="text" labelHidden><Textarea name="text" defaultValue={review.reply} maxLength={2_000} placeholder="Thank you for …" /></Field>
      </OperationForm>
    </Card>
  );
}
