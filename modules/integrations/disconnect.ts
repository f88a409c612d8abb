import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { accountFrom, lockConnection } from './connection.ts';
import { connectors } from './connector.ts';
import { Standing } from './connect.ts';
import { connectionChanged } from './events.ts';
import { whyNot } from './trouble.ts';

/**
 * Takes back at the vendor what we were given, and forgets the keys. A vendor that cannot be reached does not hold it up: the keys
 * are gone from here in any case, and the answer says what is left to do there.
 */
export const disconnect = operation({
  name: 'integrations.disconnect',
  route: 'DELETE /integrations/:vendor',
  says: 'Disconnect an integration',
  needs: 'settings:write',
  input: z.object({ vendor: z.string().max(40) }),
  output: Standing,
  async run(tx, { vendor }) {
    const connector = connectors.get(vendor);
    const row = await lockConnection(tx, vendor);
    if (!row || row.state === 'disconnected') throw notFound('The connection');
    const left = await connector.disconnect?.(await accountFrom(tx, row)).then(() => '', whyNot);
    const sentence = left ? `The keys are gone from here. ${connector.says} could not be told: ${left} Take back the access there as well.` : '';
    await tx.sql`update integration_connections set state = 'disconnected', secrets_sealed = null, settings = '{}', expires_at = null, last_error = ${sentence}, last_error_at = ${left ? tx.now : null}, updated_at = ${tx.now} where id = ${row.id}`;
    tx.changed({ record: 'integration', id: row.id, before: { vendor, label: row.label, state: row.state }, after: { vendor, label: row.label, state: 'disconnected' } });
    tx.tell(connectionChanged, { connectionId: row.id, vendor, state: 'disconnected' });
    return { connectionId: row.id, state: 'disconnected' as const, sentence };
  },
});
