import { Button } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';

/** An earlier visit ended without saving: take its changes up again, or let them go. */
export function LeftBanner({ at, onRestore, onDiscard }: { at: string; onRestore(): void; onDiscard(): void }) {
  return (
    <div role="region" aria-label="Unsaved changes of an earlier visit" className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-accent-soft px-4 py-3 sm:px-5">
      <p className="min-w-0 flex-1 basis-64"><span className="font-medium">Changes from an earlier visit were not saved.</span> <span className="text-ink-2">Last typed <DateTime at={at} />.</span></p>
      <div className="flex gap-2">
        <Button size="small" onClick={onDiscard}>Discard them</Button>
        <Button size="small" kind="primary" onClick={onRestore}>Restore</Button>
      </div>
    </div>
  );
}
