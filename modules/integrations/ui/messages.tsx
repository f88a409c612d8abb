import { Inbox } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { Table } from '#ui/table/table.tsx';
import { messageColumns, messageViews, type MessageRow } from './message-columns.tsx';

export const meta = () => [{ title: 'Messages that came in · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<MessageRow>(args, 'integrations.messages', { views: messageViews }) };
}

export { PageError as ErrorBoundary };

export default function Messages() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Messages that came in" about="What the companies you are connected to have sent, each once, with its signature checked." crumbs={[{ label: 'Integrations', to: '/integrations' }]}>
      <Table label="Messages" listing={listing} columns={messageColumns} empty={<NothingYet icon={Inbox} title="No messages yet">Payment providers, mail companies and others tell here what happened at their end.</NothingYet>} />
    </Page>
  );
}
