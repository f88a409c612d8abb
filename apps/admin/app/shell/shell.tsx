import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { type LoaderFunctionArgs, type MiddlewareFunction, Outlet, useLoaderData, useLocation } from 'react-router';
import { LimitBanner } from '#modules/tiers/ui/limit-banner.tsx';
import { deskContext } from '#ui/desk.server.ts';
import { LiveProvider } from '#ui/live.tsx';
import { LocaleProvider } from '#ui/locale.tsx';
import { ShortcutProvider, useShortcut } from '#ui/shortcuts.tsx';
import { sendOperation } from '#ui/send-operation.ts';
import { openedContext } from '../opened.server.ts';
import { openWorkspace } from '../session.server.ts';
import { settingsOf } from '../settings.server.ts';
import { visitOf } from '../visit.server.ts';
import { themeOf } from '../theme.server.ts';
import { arrangementOf, mayArrangeForAll } from './arrangement.server.ts';
import { BehindBanner } from './behind-banner.tsx';
import { CommandMenu } from './command-menu.tsx';
import { FirstSteps } from './first-steps.tsx';
import { firstStepsOf } from './first-steps.server.ts';
import { foldedIn, rememberFolded } from './folded.ts';
import { JumpKeys } from './jump-keys.tsx';
import { WorkspaceKeys } from './rail.tsx';
import type { ShellData } from './shell-data.ts';
import { useRememberedVisits } from './use-remembered-visits.ts';
import { limitsNear } from './limits.server.ts';
import { pagesFor } from './pages.server.ts';
import { Header } from './header.tsx';
import { Progress } from './progress.tsx';
import { Sidebar } from './sidebar.tsx';

export const middleware: MiddlewareFunction[] = [
  async ({ request, params, context }) => {
    const opened = await openWorkspace(request, params.workspace, visitOf(context));
    context.set(openedContext, opened);
    context.set(deskContext, opened.ctx);
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session, workspace, ctx } = context.get(openedContext);
  const [settings, limits, arrangement] = await Promise.all([settingsOf(ctx), limitsNear(ctx), arrangementOf(ctx)]);
  const atHome = isHome(new URL(request.url).pathname.replace(/^\/admin/, ''), workspace.slug);
  return {
    // The first page already holds them, so that nothing moves; where the home is opened later, they come a moment after it.
    firstSteps: atHome && !arrangement.dismissed.includes('first-steps') ? await firstStepsOf(ctx) : undefined,
    user: session.user,
    behind: session.behind && { name: session.behind.name, reason: session.behind.reason, until: session.behind.until },
    workspaces: session.workspaces.map(({ id, name, slug, iconUrl }) => ({ id, name, slug, iconUrl })),
    workspace: { id: workspace.id, name: workspace.name, slug: workspace.slug, role: workspace.role },
    pages: pagesFor(ctx),
    arrangement,
    maySetDefault: mayArrangeForAll(ctx),
    folded: foldedIn(request.headers.get('cookie')),
    limits,
    remembered: session.activeWorkspaceId,
    theme: themeOf(request),
    live: { ...visitOf(context).realtime, workspaceId: workspace.id },
    locale: { locale: settings.locale, timeZone: settings.timeZone, currency: settings.currency, now: new Date().toISOString() },
  };
}

/** The next sign-in opens the workspace that was open last. */
function useRememberedWorkspace(workspaceId: string, remembered: string | null): void {
  useEffect(() => {
    if (workspaceId !== remembered) void sendOperation('/admin/do/account.set-active-workspace', { id: workspaceId }, crypto.randomUUID());
  }, [workspaceId, remembered]);
}

const ArrangeSidebar = lazy(() => import('./arrange-sidebar.tsx').then((module) => ({ default: module.ArrangeSidebar })));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })));

export default function Shell() {
  const loaderData = useLoaderData<typeof loader>();
  useRememberedWorkspace(loaderData.workspace.id, loaderData.remembered);
  return (
    <LocaleProvider value={loaderData.locale}>
      <LiveProvider value={loaderData.live}>
        <ShortcutProvider>
          {loaderData.behind && <BehindBanner behind={loaderData.behind} member={loaderData.user.name} />}
          <Frame shell={loaderData} />
        </ShortcutProvider>
      </LiveProvider>
    </LocaleProvider>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>> & ShellData;

function Frame({ shell }: { shell: Loaded }) {
  const [open, setOpen] = useState<string>();
  const [drawer, setDrawer] = useState(false);
  const [folded, setFolded] = useState(shell.folded);
  const fold = () => (setFolded(!folded), rememberFolded(folded ? 'wide' : 'folded'));
  useRememberedVisits(shell);
  useShortcut({ keys: '$mod+k', says: 'Search or run something', anywhere: true, run: () => setOpen(open === 'search' ? undefined : 'search') });
  useShortcut({ keys: '$mod+b', says: 'Fold or unfold the sidebar', run: fold });
  useShortcut({ keys: '?', says: 'This list', run: () => setOpen('shortcuts') });
  const act = useCallback((action: string) => (setDrawer(false), setOpen(action)), []);
  const toSearch = useCallback((next: boolean) => setOpen(next ? 'search' : undefined), []);
  return (
    <>
      <a href="#page" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-pop">Skip to the page</a>
      <Progress />
      <div className="min-h-dvh bg-canvas lg:grid lg:grid-cols-[auto_minmax(0,1fr)]">
        <Sidebar shell={shell} folded={folded} drawer={drawer} onDrawer={setDrawer} onAction={act} />
        <div className="min-w-0">
          <Header shell={shell} folded={folded} onFold={fold} onDrawer={() => setDrawer(true)} onSearch={() => setOpen('search')} />
          <LimitBanner warnings={shell.limits} workspaceId={shell.workspace.id} />
          <HomeHints shell={shell} />
          <main id="page" tabIndex={-1} className="outline-none"><Outlet /></main>
        </div>
      </div>
      <JumpKeys shell={shell} />
      <WorkspaceKeys shell={shell} />
      <CommandMenu shell={shell} open={open === 'search'} onOpenChange={toSearch} onAction={act} />
      <Suspense>
        {open === 'arrange' && <ArrangeSidebar shell={shell} onClose={() => setOpen(undefined)} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}

function HomeHints({ shell }: { shell: Loaded }) {
  const { pathname } = useLocation();
  return isHome(pathname, shell.workspace.slug) ? <FirstSteps key={shell.workspace.id} shell={shell} known={shell.firstSteps} /> : null;
}

function isHome(path: string, slug: string): boolean {
  return path.replace(/\/$/, '') === `/w/${slug}`;
}
