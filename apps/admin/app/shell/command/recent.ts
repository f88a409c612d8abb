/** Where the person was lately, in this browser and workspace, newest first. */
export interface Visited {
  to: string;
  label: string;
}

const MOST = 8;
const keyOf = (workspaceId: string) => `quickdash.recent.${workspaceId}`;

export function recentOf(workspaceId: string): Visited[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(workspaceId)) ?? '[]') as Visited[];
  } catch {
    return [];
  }
}

export function remember(workspaceId: string, visited: Visited): void {
  const others = recentOf(workspaceId).filter((each) => each.to !== visited.to);
  try {
    localStorage.setItem(keyOf(workspaceId), JSON.stringify([visited, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing has no recent pages.
  }
}
