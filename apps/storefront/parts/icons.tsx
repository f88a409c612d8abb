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
export const PlayIcon = (): JSX.Element => <Icon><path d="M8 5.5v13l11-6.5z" /></Icon>;
export const CubeIcon = (): JSX.Element => <Icon><path d="m12 3 8 4.5v9L12 21l-8-4.5v-9z" /><path d="m4 7.5 8 4.5 8-4.5M12 12v9" /></Icon>;
export const TurnIcon = (): JSX.Element => <Icon><path d="M20 12c0 2.5-3.6 4.5-8 4.5S4 14.5 4 12s3.6-4.5 8-4.500c2 0 3.9.4 5.3 1.1" /><path d="m17.5 5-.2 3.7-3.7-.2" /></Icon>;
export const ShareIcon = (): JSX.Element => <Icon><path d="M12 15V4m0 0L8 8m4-4 4 4" /><path d="M5 12v7h14v-7" /></Icon>;
export const VanIcon = (): JSX.Element => <Icon><path d="M3 7h11v9H3zM14 10h4l3 3v3h-7z" /><circle cx="7.5" cy="17.5" r="1.8" /><circle cx="17" cy="17.5" r="1.8" /></Icon>;
export const PlusIcon = (): JSX.Element => <Icon><path d="M12 5v14M5 12h14" /></Icon>;
export const CompareIcon = (): JSX.Element => <Icon><path d="M7 4 3.5 7.5 7 11M3.5 7.5H15M17 13l3.5 3.5L17 20M20.5 16.5H9" /></Icon>;
export const BellIcon = (): JSX.Element => <Icon><path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" /></Icon>;
export const HeartIcon = (): JSX.Element => <Icon><path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4a4.2 4.2 0 0 1 7.5 2.6c0 5.4-7.5 10-7.5 10z" /></Icon>;
