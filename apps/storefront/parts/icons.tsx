import type { ComponentChildren, JSX } from 'preact';

function Icon({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      {children}
    </svg>
  );
}

export const SearchIcon = (): JSX.Element => <Icon><circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" /></Icon>;
export const BagIcon = (): JSX.Element => <Icon><path d="M5.5 8h13l1 12h-15z" /><path d="M9 10V7a3 3 0 0 1 6 0v3" /></Icon>;
export const PersonIcon = (): JSX.Element => <Icon><circle cx="12" cy="8.5" r="3.8" /><path d="M4.8 20c.8-4 3.6-5.5 7.2-5.5s6.4 1.5 7.2 5.5" /></Icon>;
export const MenuIcon = (): JSX.Element => <Icon><path d="M4 7h16M4 12h16M4 17h16" /></Icon>;
export const CloseIcon = (): JSX.Element => <Icon><path d="m6 6 12 12M18 6 6 18" /></Icon>;
export const TickIcon = (): JSX.Element => <Icon><path d="m5 12.5 4.5 4.5L19 7.5" /></Icon>;
export const FilterIcon = (): JSX.Element => <Icon><path d="M4 7h9m6 0h1M4 17h1m6 0h9" /><circle cx="16" cy="7" r="2.5" /><circle cx="8" cy="17" r="2.5" /></Icon>;
export const HeartIcon = (): JSX.Element => <Icon><path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4a4.2 4.2 0 0 1 7.5 2.6c0 5.4-7.5 10-7.5 10z" /></Icon>;
