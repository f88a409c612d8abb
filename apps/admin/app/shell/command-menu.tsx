import { lazy, Suspense, useEffect } from 'react';
import type { ShellData } from './shell-data.ts';

interface Props {
  shell: ShellData;
  open: boolean;
  onOpenChange(open: boolean): void;
}

const Panel = lazy(() => import('./command-panel.tsx').then((module) => ({ default: module.CommandPanel })));

/** Cmd-K or Ctrl-K: go anywhere by typing. The panel itself is loaded with its first use. */
export function CommandMenu({ shell, open, onOpenChange }: Props) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open, onOpenChange]);
  if (!open) return null;
  return (
    <Suspense>
      <Panel shell={shell} onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
