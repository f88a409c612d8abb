import { Outlet } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { PartLinks } from '#ui/part-links.tsx';

const parts = [
  { to: '/settings', label: 'General' },
  { to: '/settings/billing', label: 'Plan' },
  { to: '/settings/brand', label: 'Brand' },
  { to: '/settings/invoices', label: 'Invoices' },
  { to: '/settings/taxes', label: 'Taxes' },
  { to: '/settings/shipping', label: 'Shipping' },
  { to: '/settings/mail', label: 'Mail' },
  { to: '/settings/fields', label: 'Custom fields' },
  { to: '/settings/workspace', label: 'Data and ownership' },
];

export { PageError as ErrorBoundary };

/** The frame around the parts of the settings. */
export default function Settings() {
  return (
    <Page title="Settings" width="reading">
      <PartLinks label="Parts of the settings" parts={parts} className="-mx-4 border-b border-line px-4 sm:mx-0 sm:px-0" />
      <Outlet />
    </Page>
  );
}
