import type { Arrangement, PresetName } from './arranged.ts';

/** What the frame of the dashboard knows. */
export interface ShellData {
  user: { id: string; name: string; email: string };
  workspaces: { id: string; name: string; slug: string; iconUrl?: string | null | undefined; /** What waits for the person there. */ unread?: number }[];
  workspace: { id: string; name: string; slug: string; role: string };
  /** Addresses of the pages this person may open. */
  pages: string[];
  theme: 'light' | 'dark' | undefined;
  /** The member's own sidebar, the preset everybody begins with, and hints not wanted again. */
  arrangement: Arrangement & { default: PresetName; dismissed: string[] };
  maySetDefault: boolean;
}
