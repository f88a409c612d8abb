/** Lets a shopper have this browser told when an order moves. Shown only where the browser can do it. */
export async function offerNews(place: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis) || Notification.permission === 'denied') return;
  const registration = await navigator.serviceWorker.ready;
  const button = place.querySelector('button')!;
  place.hidden = false;
  // Which orders this browser hears of, the browser alone remembers.
  const key = `qd-news:${new URL(place.dataset['orderNews']!, location.href).pathname}`;
  const show = (): void => void (button.textContent = localStorage.getItem(key) ? 'Stop telling me' : 'Tell me');
  show();
  button.addEventListener('click', () => {
    button.disabled = true;
    const work = localStorage.getItem(key) ? leave(place, registration, key) : join(place, registration, key);
    void work.catch((error: Error) => error.message).then((sentence) => {
      place.querySelector('[role=status]')!.textContent = sentence;
      button.disabled = false;
      show();
    });
  });
}

async function join(place: HTMLElement, registration: ServiceWorkerRegistration, key: string): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') return 'This browser does not allow messages from the shop. You can change that beside its address bar.';
  const { publicKey } = (await (await fetch(place.dataset['key']!)).json()) as { publicKey: string };
  const subscription = (await registration.pushManager.getSubscription()) ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  await send(place.dataset['orderNews']!, addressOf(subscription));
  localStorage.setItem(key, '1');
  return 'Done. We tell you here when it leaves us.';
}

async function leave(place: HTMLElement, registration: ServiceWorkerRegistration, key: string): Promise<string> {
  const subscription = await registration.pushManager.getSubscription();
  if (subscription) await send(place.dataset['orderNews']!.replace('/devices', '/devices/removal'), { endpoint: subscription.endpoint });
  localStorage.removeItem(key);
  return 'This device hears nothing more of the order.';
}

function addressOf(subscription: PushSubscription): Record<string, string> {
  const { endpoint = '', keys = {} } = subscription.toJSON();
  return { endpoint, p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' };
}

async function send(address: string, body: Record<string, string>): Promise<void> {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(((await answer.json().catch(() => ({}))) as { refused?: string }).refused ?? 'That did not work. Please try again in a moment.');
}
