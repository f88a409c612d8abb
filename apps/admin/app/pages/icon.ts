const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4a4fd8"/><path d="M9 22 16 8l7 14-7-4z" fill="#fff"/></svg>';

/** The mark as a file, for notifications of the device. */
export function loader(): Response {
  return new Response(ICON, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' } });
}
