import { Outlet } from 'react-router';
import { Mark } from '../shell/mark.tsx';

/** The frame around signing in and up. */
export default function Door() {
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-[400px]">
        <div className="mb-6 flex items-center justify-center gap-2.5 text-lg font-semibold tracking-tight"><Mark /> Quickdash</div>
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">
          <Outlet />
        </div>
      </div>
    </main>
  );
}
