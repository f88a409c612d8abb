/** Whether the sidebar shows icons only; a cookie, so that the first picture is the right one. */
export function foldedIn(cookies: string | null): boolean {
  return /(?:^|;\s*)quickdash_sidebar=folded/.test(cookies ?? '');
}

export function rememberFolded(state: 'folded' | 'wide'): void {
  document.cookie = `quickdash_sidebar=${state}; path=/admin; max-age=${state === 'wide' ? 0 : 31_536_000}; samesite=lax`;
}
