export type Theme = 'light' | 'dark';

/** The theme a person chose; without a choice the device decides. */
export function themeOf(request: Request): Theme | undefined {
  const chosen = /(?:^|;\s*)quickdash_theme=(light|dark)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return chosen as Theme | undefined;
}
