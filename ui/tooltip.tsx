import * as Radix from '@radix-ui/react-tooltip';
import type { ReactNode } from 'react';

/** Names the thing under the pointer or focus. Never the only place where something is said. */
export function Tooltip({ text, side = 'top', children }: { text: ReactNode; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={300} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content side={side} sideOffset={6} collisionPadding={8} className="z-50 max-w-[280px] animate-fade rounded-lg bg-ink px-2.5 py-1.5 text-[13px] text-canvas shadow-pop">
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
