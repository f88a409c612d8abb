/** unsupported: this browser or this connection cannot. denied: the person said no to the browser itself. */
export type PushState = 'unknown' | 'unsupported' | 'denied' | 'off' | 'on';

export interface BrowserAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
}

export function pushSupported(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** This browser's subscription, if it has one for the given key. */
export async function presentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/admin/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks the person, and the push service, for an address; undefined when the person says no. */
export async function subscribe(publicKey: string): Promise<BrowserAddress | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  await navigator.serviceWorker.register('/admin/sw.js', { scope: '/admin/' });
  const registration = await navigator.serviceWorker.ready;
  // One made under another key would be refused by the push service.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { keys = {} } = subscription.toJSON();
  return { endpoint: subscription.endpoint, p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '', name: browserName(navigator.userAgent) };
}

const BROWSERS = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const;
const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'Mac'], ['Linux', 'Linux']] as const;

/** "Firefox on Windows". */
export function browserName(userAgent: string): string {
  const of = (list: readonly (readonly [string, string])[], other: string) => list.find(([mark]) => userAgent.includes(mark))?.[1] ?? other;
  return `${of(BROWSERS, 'A browser')} on ${of(SYSTEMS, 'another device')}`;
}
