import { lazy, Suspense, useCallback } from 'react';
import type { ShellData } from './shell-data.ts';

interface Props {
  shell: ShellData;
  open: boolean;
  onOpenChange(open: boolean): void;
  onAction(action: string): void;
}

const Panel = lazy(() => import('./command/command-panel.tsx').then((module) => ({ default: module.CommandPanel })));

/** Go anywhere and do anything by typing. The panel itself is loaded with its first use. */
export function CommandMenu({ shell, open, onOpenChange, onAction }: Props) {
  const close = useCallback(() => onOpenChange(false), [onOpenChange]);
  if (!open) return null;
  return (
    <Suspense>
      <Panel shell={shell} onAction={onAction} onClose={close} />
    </Suspense>
  );
}
