import { firstSteps } from '#modules/shell/index.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Step } from './first-steps.tsx';

/** What a new workspace still needs, for a person who may see it. */
export async function firstStepsOf(ctx: Context): Promise<Step[]> {
  return (await firstSteps.call(ctx, {})).steps;
}
