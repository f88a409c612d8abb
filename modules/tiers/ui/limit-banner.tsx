import { Gauge, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { TextLink } from '#ui/link.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

export interface LimitWarning {
  key: string;
  limit: string;
  share: number;
  sentence: string;
}

/** Above every page: a limit is near or reached. Put away, it stays away in this browser until the next step or month. */
export function LimitBanner({ warnings, workspaceId }: { warnings: readonly LimitWarning[]; workspaceId: string }) {
  const hydrated = useHydrated();
  const [away, setAway] = useState<readonly string[]>([]);
  const shown = warnings.filter(({ key }) => !away.includes(key) && !(hydrated && localStorage.getItem(`limit ${workspaceId} ${key}`)));
  const worst = shown.toSorted((a, b) => b.share - a.share)[0];
  if (!worst) return null;
  function putAway() {
    for (const { key } of shown) localStorage.setItem(`limit ${workspaceId} ${key}`, 'seen');
    setAway(shown.map(({ key }) => key));
  }
  return (
    <div role="status" className={cx('flex items-center gap-2.5 border-b border-line px-4 py-2 text-[13px] sm:px-6 lg:px-8', worst.share >= 100 ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn')}>
      <Gauge aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{worst.sentence}{shown.length > 1 && ` ${shown.length - 1} more ${shown.length === 2 ? 'limit is' : 'limits are'} near.`} <TextLink to="/usage" className="text-inherit! underline">See usage</TextLink></p>
      <IconButton label="Put this notice away" size="small" onClick={putAway} className="-my-1 text-inherit!"><X aria-hidden className="size-4" /></IconButton>
    </div>
  );
}
