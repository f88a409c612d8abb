import { BellRing, MonitorSmartphone, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { toast } from '#ui/toast.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { presentSubscription, pushSupported, subscribe, type PushState } from './browser-push.ts';

export interface Devices {
  publicKey: string;
  data: { id: string; name: string; createdAt: string; lastSentAt: string | null; endpoint: string }[];
}

/** Where pushes go: this browser, on or off, and the others. */
export function DevicesCard({ devices }: { devices: Devices }) {
  const { state, here, setState } = useThisBrowser(devices);
  const remove = useOperation<{ id: string }>('notifications.remove-device');
  async function forget(id: string, endpoint: string) {
    if (endpoint === here) await (await presentSubscription())?.unsubscribe();
    if (await remove.run({ id })) setState((now) => (endpoint === here ? 'off' : now));
  }
  return (
    <Card title="Push on your devices" about="A push appears on the screen of the device even when the dashboard is closed.">
      <ThisBrowser state={state} publicKey={devices.publicKey} onState={setState} />
      {devices.data.length > 0 && (
        <ul aria-label="Devices" className="-mb-2 mt-4 divide-y divide-line border-t border-line">
          {devices.data.map((device) => (
            <li key={device.id} className="flex items-center gap-3 py-2.5">
              <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2"><span className="truncate">{device.name}</span>{device.endpoint === here && <Badge tone="accent">This browser</Badge>}</p>
                <p className="text-[13px] text-ink-3">{device.lastSentAt ? <>Last push <DateTime at={device.lastSentAt} /></> : <>Since <DateTime at={device.createdAt} />, no push yet</>}</p>
              </div>
              <IconButton label={`Remove ${device.name}`} onClick={() => void forget(device.id, device.endpoint)}><Trash2 aria-hidden className="size-4" /></IconButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useThisBrowser(devices: Devices) {
  const [state, setState] = useState<PushState>('unknown');
  const [here, setHere] = useState<string>();
  useEffect(() => {
    void lookAround(devices).then((found) => {
      setHere(found.here);
      setState(found.state);
    });
  }, [devices]);
  return { state, here, setState };
}

async function lookAround(devices: Devices): Promise<{ state: PushState; here: string | undefined }> {
  if (!pushSupported()) return { state: 'unsupported', here: undefined };
  const here = (await presentSubscription())?.endpoint;
  if (Notification.permission === 'denied') return { state: 'denied', here };
  return { state: devices.data.some((device) => device.endpoint === here) ? 'on' : 'off', here };
}

function ThisBrowser({ state, publicKey, onState }: { state: PushState; publicKey: string; onState(state: PushState): void }) {
  const add = useOperation('notifications.add-device', { done: 'This browser takes pushes now' });
  const [asking, setAsking] = useState(false);
  async function turnOn() {
    setAsking(true);
    const address = await subscribe(publicKey).catch(() => toast.refused('The browser could not reach its push service. Try again later.'));
    if (address) await add.run(address);
    else if (Notification.permission === 'denied') onState('denied');
    setAsking(false);
  }
  if (state === 'unsupported') return <p className="text-ink-2">This browser cannot take pushes. On an iPhone or iPad, add the dashboard to the home screen first; elsewhere the address has to begin with https.</p>;
  if (state === 'denied') return <p className="text-ink-2">You told this browser not to show notifications from here. Allow them in the browser’s settings for this page (the sign left of the address), then come back.</p>;
  if (state !== 'off') return state === 'on' ? <p className="flex items-center gap-2 text-good"><BellRing aria-hidden className="size-4" /> This browser takes pushes.</p> : null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-1 basis-60 text-ink-2">Your browser will ask whether this page may show notifications. What you get is what is ticked under “Push” above, outside your quiet hours.</p>
      <Button kind="primary" icon={<BellRing aria-hidden className="size-4" />} pending={asking} onClick={() => void turnOn()}>Turn on for this browser</Button>
    </div>
  );
}
