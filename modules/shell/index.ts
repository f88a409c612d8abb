/**
 * The dashboard itself, as each member keeps it: how their sidebar is arranged, what they dismissed, finding records of every
 * noun, the list of verbs, and the guides that say what is not set up yet. A preset is a ready arrangement; a workspace has one
 * for everybody, a member may choose another and rearrange it. Invariants: an arrangement only orders and hides, it never opens
 * a page; search and verbs show what the asker may read and do.
 */
import { module } from '#platform/module.ts';
import { arrange, arrangementView, dismiss, setDefaultPreset } from './arrangement.ts';
import { commandList, commandView, recordList } from './commands.ts';
import { firstSteps } from './first-steps.ts';
import { checkGuide, guideList } from './guides.ts';
import { pageOfList, searchEverything } from './search.ts';
import * as tables from './tables.ts';

export const shell = module({
  name: 'shell',
  tables,
  operations: [arrange, dismiss, setDefaultPreset, checkGuide],
  views: [arrangementView, searchEverything, commandList, commandView, recordList, firstSteps, guideList],
  capabilities: { 'own:shell': 'Search, and arrange the dashboard for oneself' },
});

export { arrange, arrangementView, checkGuide, commandList, commandView, dismiss, firstSteps, guideList, pageOfList, recordList, searchEverything, setDefaultPreset };
