import { useEffect, useState } from 'react';
import { type LoaderFunctionArgs, type MiddlewareFunction, Outlet, useLoaderData } from 'react-router';
import { deskContext } from '#ui/desk.server.ts';
import { LiveProvider } from '#ui/live.tsx';
import { LocaleProvider } from '#ui/locale.tsx';
import { sendOperation } from '#ui/send-operation.ts';
import { openedContext } from '../opened.server.ts';
import { openWorkspace } from '../session.server.ts';
import { settingsOf } from '../settings.server.ts';
import { visitOf } from '../visit.server.ts';
import { themeOf } from '../theme.server.ts';
import { CommandMenu } from './command-menu.tsx';
import { pagesFor } from './pages.server.ts';
import { Progress } from './progress.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

export const middleware: MiddlewareFunction[] = [
  async ({ request, params, context }) => {
    const opened = await openWorkspace(request, params.workspace, visitOf(context));
    context.set(openedContext, opened);
    context.set(deskContext, opened.ctx);
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session, workspace, ctx } = context.get(openedContext);
  const settings = await settingsOf(ctx);
  return {
    user: session.user,
    workspaces: session.workspaces.map(({ id, name, slug }) => ({ id, name, slug })),
    workspace: { id: workspace.id, name: workspace.name, slug: workspace.slug, role: workspace.role },
    pages: pagesFor(ctx),
    remembered: session.activeWorkspaceId,
    theme: themeOf(request),
    live: { key: visitOf(context).realtimeKey, workspaceId: workspace.id },
    locale: { locale: settings.locale, timeZone: settings.timeZone, currency: settings.currency, now: new Date().toISOString() },
  };
}

/** The next sign-in opens the workspace that was open last. */
function useRememberedWorkspace(workspaceId: string, remembered: string | null): void {
  useEffect(() => {
    if (workspaceId !== remembered) void sendOperation('/admin/do/account.set-active-workspace', { id: workspaceId }, crypto.randomUUID());
  }, [workspaceId, remembered]);
}

export default function Shell() {
  const loaderData = useLoaderData<typeof loader>();
  useRememberedWorkspace(loaderData.workspace.id, loaderData.remembered);
  const [searching, setSearching] = useState(false);
  const [drawer, setDrawer] = useState(false);
  return (
    <LocaleProvider value={loaderData.locale}>
    <LiveProvider value={loaderData.live}>
      <a href="#page" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-pop">Skip to the page</a>
      <Progress />
      <div className="min-h-dvh bg-canvas lg:grid lg:grid-cols-[auto_minmax(0,1fr)]">
        <Sidebar shell={loaderData} drawer={drawer} onDrawer={setDrawer} onSearch={() => setSearching(true)} />
        <div className="min-w-0">
          <TopBar shell={loaderData} onDrawer={() => setDrawer(true)} onSearch={() => setSearching(true)} />
          <main id="page" tabIndex={-1} className="outline-none"><Outlet /></main>
        </div>
      </div>
      <CommandMenu shell={loaderData} open={searching} onOpenChange={setSearching} />
    </LiveProvider>
    </LocaleProvider>
  );
}
