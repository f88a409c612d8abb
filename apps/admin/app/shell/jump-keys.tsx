import { useNavigate } from 'react-router';
import { useWorkspacePath } from '#ui/link.tsx';
import { useShortcut } from '#ui/shortcuts.tsx';
import { navigation, pageOf } from './navigation.ts';
import { jumps, places } from './places.ts';
import type { ShellData } from './shell-data.ts';

/** G and a letter goes to a page, as far as the person may open it. */
export function JumpKeys({ shell }: { shell: ShellData }) {
  const open = Object.entries(jumps).filter(([, to]) => shell.pages.includes(pageOf(to)?.to ?? ''));
  return open.map(([letter, to]) => <JumpKey key={letter} letter={letter} to={to} />);
}

function JumpKey({ letter, to }: { letter: string; to: string }) {
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  useShortcut({ keys: `g ${letter}`, says: labelOf(to), group: 'Go to', run: () => void navigate(inWorkspace(to)) });
  return null;
}

function labelOf(to: string): string {
  return [...navigation.flatMap((group) => group.items), ...places].find((each) => each.to === to)?.label ?? to;
}
