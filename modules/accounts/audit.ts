import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { auditEntries } from '#platform/operations/tables.ts';

/** Who did what, to which record, with what change, from where. */
export const auditList = listView({
  name: 'audit.list',
  route: 'GET /audit',
  says: 'Audit',
  needs: 'audit:read',
  from: auditEntries,
  search: [{ text: auditEntries.searchText, key: auditEntries.id }],
  columns: {
    at: column(auditEntries.at, { says: 'When', filter: 'dates', sort: 'newest first' }),
    operation: column(auditEntries.operation, { says: 'What', filter: 'any of', search: true, sort: true }),
    actorKind: column(auditEntries.actorKind, { says: 'By a', filter: 'any of', values: ['member', 'token', 'storefront', 'system'] }),
    actorId: column(auditEntries.actorId, { says: 'By id', filter: 'any of' }),
    actorName: column(auditEntries.actorName, { says: 'By', filter: 'text', search: true, sort: true }),
    record: column(auditEntries.record, { says: 'Record', filter: 'any of', search: true }),
    recordId: column(auditEntries.recordId, { says: 'Record id', filter: 'any of', search: true }),
    changes: column(auditEntries.changes, { says: 'Changes' }),
    input: column(auditEntries.input, { says: 'Input' }),
    requestId: column(auditEntries.requestId, { says: 'Request', filter: 'any of', search: true }),
    address: column(auditEntries.address, { says: 'From', filter: 'any of' }),
  },
});
