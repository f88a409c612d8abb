import { useNavigate } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { CommandList, type Command } from '#ui/command-list.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { NavIcon } from './nav-icon.tsx';
import { navigation } from './navigation.ts';
import type { ShellData } from './shell-data.ts';

/** Every page and workspace the person may go to, found by typing. */
export function CommandPanel({ shell, onClose }: { shell: ShellData; onClose(): void }) {
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  const pages: Command[] = navigation.flatMap((group) => group.items).filter((item) => shell.pages.includes(item.to)).map((item) => ({
    id: item.to,
    group: 'Pages',
    label: item.label,
    also: item.also ?? '',
    icon: <NavIcon icon={item.icon} />,
    run: () => navigate(inWorkspace(item.to)),
  }));
  const workspaces: Command[] = shell.workspaces.map((workspace) => ({
    id: workspace.id,
    group: 'Workspaces',
    label: workspace.name,
    also: workspace.slug,
    icon: <span className="rounded-md"><Avatar name={workspace.name} size="small" shape="square" /></span>,
    run: () => navigate(`/w/${workspace.slug}`),
  }));
  return <CommandList commands={[...pages, ...workspaces]} onClose={onClose} />;
}
