import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { cx } from './cx.ts';
import { NavLink } from './link.tsx';

interface Part {
  to: string;
  label: string;
}

/** Pages that belong together as tabs, each with its own address. The open one is always in sight, however narrow the screen. */
export function PartLinks({ label, parts, className }: { label: string; parts: readonly Part[]; className?: string }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (open) nav.current!.scrollLeft = open.offsetLeft - nav.current!.clientWidth / 2 + open.offsetWidth / 2;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={cx('relative flex gap-1 overflow-x-auto', className)}>
      {parts.map((part) => (
        <NavLink key={part.to} to={part.to} end className={({ isActive }) => cx('-mb-px shrink-0 rounded-t-md border-b-2 px-3 py-2.5 font-medium focus-visible:-outline-offset-2 sm:py-2', isActive ? 'border-accent-text text-ink' : 'border-transparent text-ink-2 hover:text-ink')}>
          {part.label}
        </NavLink>
      ))}
    </nav>
  );
}
