import * as z from 'zod';
import { accountOperation } from '#platform/operations/account-operation.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { workspaceSettingsChanged } from './events.ts';
import { rolesChanged } from './members.ts';
import { asPerson, OWN } from './own-membership.ts';
import { capabilitiesOf } from './role-rules.ts';

const Named = z.object({ id: z.uuid(), name: z.string(), slug: z.string() });

interface Row {
  name: string;
  slug: string;
  role: string;
  custom: string[] | null;
}

const note = operation({
  name: 'workspaces.rename',
  route: 'PATCH /name',
  says: 'Rename a workspace',
  needs: OWN,
  input: z.object({ before: z.string(), after: z.string() }),
  output: z.object({}),
  async run(tx, { before, after }) {
    tx.changed({ record: 'workspace', id: tx.workspaceId, before: { name: before }, after: { name: after } });
    tx.tell(workspaceSettingsChanged, { workspaceId: tx.workspaceId });
    return {};
  },
});

/** Addresses (slugs) stay: links to the dashboard keep working. Not an operation of the workspace, whose login may not write this table. */
export const renameWorkspace = accountOperation({
  name: 'workspaces.rename',
  route: 'PATCH /workspaces/:id',
  says: 'Rename a workspace',
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1).max(80) }),
  output: Named.extend({ before: z.string().optional() }),
  async run(q, { id, name }, person) {
    const [row] = await q.sql<Row>`
      select w.name, w.slug, m.role, r.capabilities as custom from workspaces w join members m on m.workspace_id = w.id
      left join roles r on r.workspace_id = w.id and r.key = m.role where w.id = ${id} and m.user_id = ${person.userId} for update of w`;
    if (!row) throw notFound('The workspace');
    if (!capabilitiesOf(row.role, row.custom).includes('settings:write')) throw new Refusal('forbidden', 'You may not rename this workspace.', { needs: 'settings:write' });
    await q.sql`update workspaces set name = ${name} where id = ${id}`;
    return { id, name, slug: row.slug, before: row.name };
  },
  async afterCommit(person, { before = '', ...named }) {
    await note.call(asPerson(person, named.id), { before, after: named.name });
    rolesChanged();
    return named;
  },
});
