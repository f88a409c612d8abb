const BROWSERS: [RegExp, string][] = [
  [/edg(e|a|ios)?\//i, 'Edge'],
  [/opr\/|opera/i, 'Opera'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios|chromium/i, 'Chrome'],
  [/safari/i, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iphone/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/android/i, 'Android'],
  [/windows/i, 'Windows'],
  [/mac os|macintosh/i, 'macOS'],
  [/cros/i, 'ChromeOS'],
  [/linux/i, 'Linux'],
];

/** "Chrome on Windows", from what a browser says of itself. */
export function deviceOf(userAgent: string | null): { browser: string; system: string; phone: boolean } {
  const text = userAgent ?? '';
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(text))?.[1];
  return { browser: first(BROWSERS) ?? 'Unknown browser', system: first(SYSTEMS) ?? 'unknown device', phone: /mobile|iphone|android/i.test(text) };
}
