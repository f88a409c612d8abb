import * as Radix from '@radix-ui/react-popover';
import type { ReactNode } from 'react';

/** A small panel behind a button, for choosing something. */
export function Popover({ trigger, label, open, onOpenChange, children }: { trigger: ReactNode; label: string; open: boolean; onOpenChange(open: boolean): void; children: ReactNode }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} align="start" sideOffset={6} collisionPadding={8} className="z-50 max-h-(--radix-popover-content-available-height) w-[280px] max-w-[calc(100vw-16px)] animate-rise overflow-y-auto rounded-xl border border-line bg-raised p-3 shadow-pop outline-none">
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
