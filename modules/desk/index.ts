/**
 * How people work with tables. Owns saved views and bulk runs. A view is a list's filters, order and look under a name,
 * kept by one person (mine) or for everybody (team). A run does one operation to every row that matched when it began, in
 * the name of whoever began it and with what they may do now. Invariants: no row of a run is done twice, not even over a
 * crash; every row ends as done, failed or skipped, and a run's sums are the counts of its rows.
 */
import { module } from '#platform/module.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import { cancelRun } from './cancel-run.ts';
import { bulkEnded, bulkProgressed, bulkTurnDue, savedViewChanged } from './events.ts';
import { listValues } from './list-values.ts';
import { runEnded } from './notices.ts';
import { goOn, wakeRuns } from './reactions.ts';
import { changeView, deleteView, duplicateView, saveView, setDefaultView, viewsOfList } from './saved-views.ts';
import { startRun } from './start-run.ts';
import { bulkRows, bulkRuns, defaultViews, savedViews } from './tables.ts';
import { rowList, runGet, runList } from './views.ts';

personalLogs.add('bulk_rows', { text: ['name', 'sentence'] });

export const desk = module({
  name: 'desk',
  uses: ['accounts'],
  tables: { savedViews, defaultViews, bulkRuns, bulkRows },
  operations: [saveView, changeView, duplicateView, deleteView, setDefaultView, startRun, cancelRun],
  views: [viewsOfList, listValues, runList, rowList, runGet],
  events: [savedViewChanged, bulkTurnDue, bulkProgressed, bulkEnded],
  reactions: [goOn],
  schedules: [wakeRuns],
  notices: [runEnded],
  capabilities: {
    'own:views': 'Keep views of tables for oneself',
    'views:write': 'Share views of tables with the team',
    'bulk:read': 'See bulk changes',
    'bulk:write': 'Change many records at once',
  },
});

export { bulkEnded, cancelRun, changeView, deleteView, duplicateView, listValues, rowList, runGet, runList, saveView, setDefaultView, startRun, viewsOfList };
