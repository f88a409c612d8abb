import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { ShellData } from './shell-data.ts';

/** How this member keeps their sidebar, and what they dismissed. */
export async function arrangementOf(ctx: Context): Promise<ShellData['arrangement']> {
  return (await registry.view('sidebar.mine').call(ctx, {})) as ShellData['arrangement'];
}

export function mayArrangeForAll(ctx: Context): boolean {
  return ctx.can(registry.operation('sidebar.set-default').needs);
}
