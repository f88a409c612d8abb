import { useNavigation } from 'react-router';

/** A thin line while the next page is on its way. */
export function Progress() {
  const loading = useNavigation().state !== 'idle';
  return <div aria-hidden className={`fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-accent transition-all ${loading ? 'scale-x-75 duration-1000' : 'scale-x-0 opacity-0 duration-150'}`} />;
}
