import { useEffect, useState } from 'react';

/** True once something has been going on for so long that a person wonders. */
export function useSlow(going: boolean, afterMs = 300): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [going, afterMs]);
  return going && slow;
}
