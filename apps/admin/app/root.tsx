import '#ui/theme.css';
import { NuqsAdapter } from 'nuqs/adapters/react-router/v8';
import type { ReactNode } from 'react';
import { Links, type LoaderFunctionArgs, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { Toaster } from '#ui/toast.tsx';
import { Mark } from './shell/mark.tsx';
import { themeOf } from './theme.server.ts';
import { visitOf } from './visit.server.ts';

export function meta() {
  return [{ title: 'Quickdash' }, { name: 'robots', content: 'noindex' }];
}

export function loader({ request, context }: LoaderFunctionArgs) {
  return { theme: themeOf(request), nonce: visitOf(context).nonce };
}

export function shouldRevalidate(): boolean {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const settings = useRouteLoaderData<typeof loader>('root');
  const theme = settings?.theme;
  // The browser hides a nonce once it has used it, so it must not count as a difference while hydrating.
  const nonce = typeof document === 'undefined' ? settings?.nonce : '';
  return (
    <html lang="en" {...(theme && { 'data-theme': theme })} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="Products, orders, customers and shops of a workspace, in one place." />
        <link rel="icon" href={icon} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toaster />
        <ScrollRestoration {...(nonce !== undefined && { nonce })} />
        <Scripts {...(nonce !== undefined && { nonce })} />
      </body>
    </html>
  );
}

const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4a4fd8"/><path d="M9 22 16 8l7 14-7-4z" fill="#fff"/></svg>')}`;

export default function App() {
  return (
    <NuqsAdapter>
      <Outlet />
    </NuqsAdapter>
  );
}

/** Outside every frame: the page brings its own mark. */
export function ErrorBoundary() {
  return (
    <main className="flex min-h-dvh flex-col bg-sunken px-4 py-6">
      <a href="/admin" className="mx-auto flex items-center gap-2 rounded-lg text-[15px] font-semibold"><Mark /> Quickdash</a>
      <div className="my-auto pb-16"><PageError /></div>
    </main>
  );
}
