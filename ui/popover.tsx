import * as Radix from '@radix-ui/react-popover';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** A small panel behind a button, for choosing something; a wide one brings its own edges. */
export function Popover({ trigger, label, open, onOpenChange, size = 'normal', align = 'start', children }: { trigger: ReactNode; label: string; open: boolean; onOpenChange(open: boolean): void; size?: 'normal' | 'wide'; align?: 'start' | 'end'; children: ReactNode }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} align={align} sideOffset={6} collisionPadding={8} className={cx(size === 'wide' ? 'w-[400px]' : 'w-[280px] p-3', 'z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] animate-rise overflow-y-auto rounded-xl border border-line bg-raised shadow-pop outline-none')}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
