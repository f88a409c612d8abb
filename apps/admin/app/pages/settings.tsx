import { Outlet } from 'react-router';
import { cx } from '#ui/cx.ts';
import { PageError } from '#ui/error-state.tsx';
import { NavLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';

const parts = [
  { to: '/settings', label: 'General' },
  { to: '/settings/taxes', label: 'Taxes' },
  { to: '/settings/shipping', label: 'Shipping' },
  { to: '/settings/fields', label: 'Custom fields' },
];

export { PageError as ErrorBoundary };

/** The frame around the parts of the settings. */
export default function Settings() {
  return (
    <Page title="Settings" width="reading">
      <nav aria-label="Parts of the settings" className="-mx-4 flex gap-1 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
        {parts.map((part) => (
          <NavLink key={part.to} to={part.to} end className={({ isActive }) => cx('-mb-px shrink-0 rounded-t-md border-b-2 px-3 py-2 font-medium focus-visible:-outline-offset-2', isActive ? 'border-accent-text text-ink' : 'border-transparent text-ink-2 hover:text-ink')}>
            {part.label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
