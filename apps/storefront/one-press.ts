/** Mail programs post here by themselves, from no page of the shop (RFC 8058); the signed token is the right to do it. */
export const UNSUBSCRIBE = '/unsubscribe';

export function isOnePress(path: string): boolean {
  return path.replace(/^\/shops\/[\w-]+/, '') === UNSUBSCRIBE;
}
