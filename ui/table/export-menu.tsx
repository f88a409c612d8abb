import { Download } from 'lucide-react';
import { IconButton } from '../button.tsx';
import { useWorkspaceId } from '../live.tsx';
import { Menu, MenuLabel, MenuLink } from '../menu.tsx';
import { parametersOf } from './parameters-of.ts';
import type { Listing } from './question.ts';

const formats = [
  { format: 'csv', label: 'CSV with these columns', shown: true },
  { format: 'csv', label: 'CSV with every column', shown: false },
  { format: 'jsonl', label: 'JSON lines', shown: false },
];

/** Everything that matches, as a file: not only the page. */
export function ExportMenu({ listing, keys }: { listing: Listing<unknown>; keys: readonly string[] }) {
  const workspace = useWorkspaceId();
  const { cursor: _cursor, limit: _limit, ...question } = listing.question;
  const addressOf = (format: string, shown: boolean) => {
    const search = parametersOf(question, listing);
    search.set('workspace', workspace);
    search.set('format', format);
    if (shown) search.set('columns', keys.filter((key) => listing.columns[key]).join(','));
    return `/api/admin/exports/${listing.view}?${search}`;
  };
  return (
    <Menu trigger={<IconButton label="Export" size="small"><Download aria-hidden className="size-4" /></IconButton>}>
      <MenuLabel>Export all {listing.total.toLocaleString('en-AU')}</MenuLabel>
      {formats.map(({ format, label, shown }) => <MenuLink key={label}><a href={addressOf(format, shown)} download>{label}</a></MenuLink>)}
    </Menu>
  );
}
