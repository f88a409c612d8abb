import { createContext, use, type ReactNode } from 'react';

export interface Locale {
  /** BCP 47, e.g. en-AU. */
  locale: string;
  timeZone: string;
  /** The workspace's currency, ISO 4217. */
  currency: string;
  /** The instant the page was made, so that server and browser write the same "Today". */
  now: string;
}

const LocaleContext = createContext<Locale>({ locale: 'en-AU', timeZone: 'UTC', currency: 'AUD', now: new Date(0).toISOString() });

export function LocaleProvider({ value, children }: { value: Locale; children: ReactNode }) {
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return use(LocaleContext);
}
