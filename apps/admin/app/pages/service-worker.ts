// The part of the dashboard that runs without a page: it shows pushes and opens what they are about.
const SCRIPT = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title = 'Quickdash', body = '', url = '/admin', tag } = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url }, icon: '/admin/icon.svg' }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data.url, self.location.origin)));
});

// A page of the dashboard that is open already goes there; otherwise a new one opens.
async function open(url) {
  if (url.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((each) => new URL(each.url).pathname.startsWith('/admin'));
  if (!page) return self.clients.openWindow(url.href);
  await page.focus();
  return page.navigate(url.href);
}
`;

export function loader(): Response {
  return new Response(SCRIPT.trimStart(), { headers: { 'content-type': 'text/javascript', 'cache-control': 'no-cache' } });
}
