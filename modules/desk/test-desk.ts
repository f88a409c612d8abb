import { makePerson } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { capabilitiesOf } from '#modules/accounts/index.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';

/** Test support: somebody who really is a member of the workspace, with that role. */
export async function joinAs(workspace: TestWorkspace, name: string, role: string): Promise<{ ctx: Context; userId: string }> {
  const email = `${name.toLowerCase()}.${newId()}@example.test`;
  const { userId } = await makePerson({ name, email, password: 'a long enough password' });
  await workspace.ctx.transaction((tx) => tx.sql`insert into members (user_id, name, email, role) values (${userId}, ${name}, ${email}, ${role})`);
  return { userId, ctx: openContext({ workspaceId: workspace.workspaceId, actor: { kind: 'member', userId, name, email }, capabilities: capabilitiesOf(role) }) };
}
