import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';

export interface Settings {
  currency: string;
  locale: string;
  timeZone: string;
}

const usual: Settings = { currency: 'USD', locale: 'en-US', timeZone: 'UTC' };

/** How this workspace writes money and time. Everybody who is in it may know. */
export async function settingsOf(ctx: Context): Promise<Settings> {
  const view = registry.views().find((each) => each.name === 'workspace.settings');
  if (!view || !ctx.can(view.needs)) return usual;
  return { ...usual, ...((await view.call(ctx, {})) as Partial<Settings>) };
}
