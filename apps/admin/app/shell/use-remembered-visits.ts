import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { remember } from './command/recent.ts';
import type { ShellData } from './shell-data.ts';

const settled = 800;

/** Records somebody stayed on for a moment are offered again by the command menu. */
export function useRememberedVisits({ workspace }: ShellData): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const to = pathname.slice(`/w/${workspace.slug}`.length);
    if (!/\/[0-9a-f-]{36}$/.test(to)) return;
    const timer = setTimeout(() => remember(workspace.id, { to, label: document.title.replace(/ · Quickdash$/, '') }), settled);
    return () => clearTimeout(timer);
  }, [pathname, workspace.id, workspace.slug]);
}
