import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { sendOperation } from '#ui/send-operation.ts';

export interface BehindBanner {
  name: string;
  reason: string;
  until: string;
}

/** On every page while a superadmin looks through a member's eyes: who is seen, until when, and the way out. */
export function BehindBanner({ behind, member }: { behind: BehindBanner; member: string }) {
  const [leaving, setLeaving] = useState(false);
  // When the time is up the page is no longer theirs to see.
  useEffect(() => {
    const timer = setTimeout(() => location.assign('/admin/super'), Math.max(0, Date.parse(behind.until) - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [behind.until]);
  async function stop() {
    setLeaving(true);
    await sendOperation('/admin/super/do/super.stop-impersonation', {}, crypto.randomUUID());
    location.assign('/admin/super');
  }
  return (
    <div role="status" className="sticky top-0 z-30 flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-bad-fill px-4 py-2 text-[13px] text-white sm:px-6">
      <Eye aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60">You, {behind.name}, see and act as <strong>{member}</strong> until {behind.until.slice(11, 16)} UTC. Everything is noted in the audit log. Reason: {behind.reason}</p>
      <Button size="small" pending={leaving} onClick={() => void stop()} className="border-transparent! bg-white! text-[oklch(0.4_0.17_27)]!">Stop</Button>
    </div>
  );
}
