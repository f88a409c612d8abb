import { ArrowLeft, ShieldCheck } from 'lucide-react';
import { type LoaderFunctionArgs, type MiddlewareFunction, Outlet, useLoaderData } from 'react-router';
import { Link } from '#ui/link.tsx';
import { LocaleProvider } from '#ui/locale.tsx';
import { PartLinks } from '#ui/part-links.tsx';
import { superContext } from '#ui/super-desk.server.ts';
import { Progress } from '../shell/progress.tsx';
import { requireSuperadmin } from '../super.server.ts';
import { visitOf } from '../visit.server.ts';

export const middleware: MiddlewareFunction[] = [
  async ({ request, context }) => {
    context.set(superContext, await requireSuperadmin(request, visitOf(context)));
  },
];

export function loader({ context }: LoaderFunctionArgs) {
  const { name, email } = context.get(superContext);
  return { name, email, now: new Date().toISOString() };
}

const pages = [
  { to: '/super', label: 'Overview' },
  { to: '/super/workspaces', label: 'Workspaces' },
  { to: '/super/users', label: 'People' },
  { to: '/super/tiers', label: 'Tiers' },
  { to: '/super/billing', label: 'Billing' },
  { to: '/super/flags', label: 'Features' },
  { to: '/super/integrations', label: 'Integrations' },
  { to: '/super/health', label: 'Health' },
  { to: '/super/log', label: 'Log' },
];

/** The frame of the superadmin area: nothing of a workspace is open here. */
export default function SuperShell() {
  const { name, email, now } = useLoaderData<typeof loader>();
  return (
    <LocaleProvider value={{ locale: 'en-AU', timeZone: 'UTC', currency: 'USD', now }}>
      <a href="#page" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-pop">Skip to the page</a>
      <Progress />
      <div className="min-h-dvh bg-canvas">
        <header className="sticky top-0 z-20 border-b border-line bg-sunken">
          <div className="mx-auto flex max-w-[1440px] items-center gap-3 px-4 pt-2.5 sm:px-6 lg:px-8">
            <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-accent text-accent-ink"><ShieldCheck aria-hidden className="size-4" /></span>
            <p className="min-w-0 flex-1 truncate font-semibold">Installation <span className="hidden font-normal text-ink-3 sm:inline" title={email}>· {name}</span></p>
            <Link to="/" within="installation" reloadDocument className="inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-1 text-[13px] text-ink-2 hover:bg-hover hover:text-ink"><ArrowLeft aria-hidden className="size-4" /> Dashboard</Link>
          </div>
          <PartLinks label="Superadmin" parts={pages} className="mx-auto max-w-[1440px] px-2 sm:px-4 lg:px-6" />
        </header>
        <main id="page" tabIndex={-1} className="outline-none"><Outlet /></main>
      </div>
    </LocaleProvider>
  );
}
