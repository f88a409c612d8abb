/** What the frame of the dashboard knows; every page may read it with `useShell`. */
export interface ShellData {
  user: { id: string; name: string; email: string };
  workspaces: { id: string; name: string; slug: string; iconUrl?: string | null | undefined }[];
  workspace: { id: string; name: string; slug: string; role: string };
  /** Addresses of the pages this person may open. */
  pages: string[];
  theme: 'light' | 'dark' | undefined;
}
