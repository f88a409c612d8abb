import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';

const WONDERING_MILLIS = 300;

/** True once the next page has been on its way for so long that a person wonders. */
export function useSlowLoading(): boolean {
  const loading = useNavigation().state === 'loading';
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return;
    const timer = setTimeout(() => setSlow(true), WONDERING_MILLIS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [loading]);
  return loading && slow;
}
