import type { Tx } from './context.ts';

/** What a new workspace is made for. Modules put down their defaults (a location, tax and shipping) with it. */
export interface NewWorkspace {
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

type Step = (tx: Tx, workspace: NewWorkspace) => Promise<void>;
const steps: { name: string; step: Step }[] = [];

/** Modules add their step at load, in house order; it runs inside the transaction that opens the workspace. */
export const onWorkspaceCreated = {
  add(name: string, step: Step): void {
    if (!steps.some((s) => s.name === name)) steps.push({ name, step });
  },
  async run(tx: Tx, workspace: NewWorkspace): Promise<void> {
    for (const { step } of steps) await step(tx, workspace);
  },
};
