import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page's program runs: what needs it must not be pressed before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
