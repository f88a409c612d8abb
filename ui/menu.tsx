import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const item = 'flex w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover';

/** A list of actions behind a button; the button is the only child of `trigger`. */
export function Menu({ trigger, children, align = 'end' }: { trigger: ReactNode; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={6} collisionPadding={8} className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[320px] min-w-[200px] animate-rise overflow-y-auto rounded-xl border border-line bg-raised p-1.5 shadow-pop">
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({ icon, tone, onSelect, disabled, children }: { icon?: ReactNode; tone?: 'bad'; onSelect?(event: Event): void; disabled?: boolean; children: ReactNode }) {
  return (
    <Radix.Item {...(onSelect && { onSelect })} {...(disabled && { disabled })} className={cx(item, tone === 'bad' && 'text-bad')}>
      {icon && <span className="text-ink-3 [&>svg]:size-4">{icon}</span>}
      {children}
    </Radix.Item>
  );
}

/** A menu entry that is a link: give the link as child. */
export function MenuLink({ children }: { children: ReactNode }) {
  return <Radix.Item asChild className={item}>{children}</Radix.Item>;
}

export function MenuChoice({ value, onChange, options }: { value: string; onChange(value: string): void; options: readonly { value: string; label: ReactNode }[] }) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={cx(item, 'justify-between')}>
          {option.label}
          <Radix.ItemIndicator aria-hidden>✓</Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-3">{children}</Radix.Label>;
}

export function MenuLine() {
  return <Radix.Separator className="-mx-1.5 my-1.5 h-px bg-line" />;
}
