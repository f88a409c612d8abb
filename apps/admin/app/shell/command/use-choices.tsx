import { ArrowRight, Clock, FileText, Keyboard, PanelLeft, Search, Zap } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { NavIcon } from '../nav-icon.tsx';
import { navigation, pageOf } from '../navigation.ts';
import { jumps, places } from '../places.ts';
import type { ShellData } from '../shell-data.ts';
import type { Chosen } from './command-panel.tsx';
import { matching, type Choice } from './matching.ts';
import { recentOf, remember } from './recent.ts';
import { recordAt, useRecords, useVerbs, type FoundGroup, type Verbs } from './use-commands.ts';

export interface Runnable extends Choice {
  icon: ReactNode;
  hint?: string;
  run(): void;
}

interface Doors {
  shell: ShellData;
  words: string;
  onChoose(chosen: Chosen): void;
  onAction(action: string): void;
  onClose(): void;
}

/** What the menu offers for the words: verbs of the open record, places been to, pages, records, all verbs, workspaces. */
export function useChoices({ shell, words, onChoose, onAction, onClose }: Doors): { choices: Runnable[]; searching: boolean } {
  const verbs = useVerbs(shell.workspace.id);
  const { groups, searching } = useRecords(shell.workspace.id, words);
  const { pathname } = useLocation();
  const go = useGo(shell.workspace.id, onClose);
  const choices = useMemo(() => {
    const here = recordAt(pathname.slice(`/w/${shell.workspace.slug}`.length), verbs.records);
    const still = [...verbsHere(verbs, here, onChoose), ...(words.trim() ? [] : recentChoices(shell, go)), ...pageChoices(shell, go)];
    const rest = [...verbChoices(verbs, here, onChoose), ...actionChoices(onAction, onClose), ...workspaceChoices(shell, go)];
    return [...matching(still, words), ...recordChoices(groups, words, go), ...matching(rest, words)];
  }, [shell, words, verbs, groups, pathname, go, onChoose, onAction, onClose]);
  return { choices, searching };
}

type Go = (to: string, label?: string, within?: 'installation') => void;

function useGo(workspaceId: string, onClose: () => void): Go {
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  return useCallback((to, label, within) => {
    onClose();
    if (label) remember(workspaceId, { to, label });
    void navigate(within ? to : inWorkspace(to));
  }, [workspaceId, onClose, navigate, inWorkspace]);
}

function verbsHere(verbs: Verbs, here: { view: string; id: string } | undefined, onChoose: Doors['onChoose']): Runnable[] {
  if (!here) return [];
  return verbs.commands.filter((verb) => verb.record === here.view).map((verb) => ({ id: `here-${verb.name}`, group: 'With what is open', label: verb.says, also: verb.name, icon: <Zap className="size-4" />, run: () => onChoose({ verb, recordId: here.id }) }));
}

function verbChoices(verbs: Verbs, here: { view: string } | undefined, onChoose: Doors['onChoose']): Runnable[] {
  const others = verbs.commands.filter((verb) => !here || verb.record !== here.view);
  return others.map((verb) => ({ id: verb.name, group: 'Do something', label: verb.says, also: verb.name, icon: <Zap className="size-4" />, run: () => onChoose({ verb }) }));
}

function recentChoices(shell: ShellData, go: Go): Runnable[] {
  return recentOf(shell.workspace.id).slice(0, 5).map(({ to, label }) => ({ id: `recent-${to}`, group: 'Recent', label, icon: <Clock className="size-4" />, run: () => go(to, label) }));
}

function pageChoices(shell: ShellData, go: Go): Runnable[] {
  const letters = new Map(Object.entries(jumps).map(([letter, to]) => [to, `G ${letter.toUpperCase()}`]));
  const choice = (to: string, label: string, also: string | undefined, icon: ReactNode): Runnable => {
    const hint = letters.get(to);
    return { id: to, group: 'Pages', label, icon, run: () => go(to), ...(also && { also }), ...(hint && { hint }) };
  };
  const items = navigation.flatMap((group) => group.items).filter((item) => shell.pages.includes(item.to));
  const inside = places.filter((place) => shell.pages.includes(pageOf(place.to)?.to ?? ''));
  return [...items.map((item) => choice(item.to, item.label, item.also, <NavIcon icon={item.icon} />)), ...inside.map((place) => choice(place.to, place.label, place.also, <ArrowRight className="size-4" />))];
}

function recordChoices(groups: readonly FoundGroup[], words: string, go: Go): Runnable[] {
  return groups.flatMap((group) => {
    const rows: Runnable[] = group.rows.map((row) => ({ id: `${group.view}-${row.id}`, group: group.says, label: row.label, detail: row.detail, icon: <FileText className="size-4" />, run: () => go(row.opens ?? group.opens, row.label) }));
    if (group.total <= group.rows.length) return rows;
    return [...rows, { id: `${group.view}-all`, group: group.says, label: `All ${group.total} that match`, icon: <Search className="size-4" />, run: () => go(`${group.opens}?q=${encodeURIComponent(words.trim())}`) }];
  });
}

function actionChoices(onAction: Doors['onAction'], onClose: () => void): Runnable[] {
  const choice = (id: string, label: string, also: string, icon: ReactNode): Runnable => ({ id, group: 'Dashboard', label, also, icon, run: () => (onClose(), onAction(id)) });
  return [
    choice('arrange', 'Arrange the sidebar', 'preset order hide pin', <PanelLeft className="size-4" />),
    choice('shortcuts', 'Keyboard shortcuts', 'keys help ?', <Keyboard className="size-4" />),
  ];
}

function workspaceChoices(shell: ShellData, go: Go): Runnable[] {
  return shell.workspaces.map((workspace) => ({ id: workspace.id, group: 'Workspaces', label: workspace.name, also: workspace.slug, icon: <span className="rounded-md"><Avatar name={workspace.name} src={workspace.iconUrl} size="small" shape="square" /></span>, run: () => go(`/w/${workspace.slug}`, undefined, 'installation') }));
}
