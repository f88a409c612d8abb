/**
 * What a workspace may have and what it uses. A tier (free, starter, growth, pro) is a set of limits; a meter counts what is
 * used of one; a flag says whether a feature is there at all. Invariants: the last place of a limit is given once, however
 * many ask; counted use survives a graceful stop; a warning is given once a month for 80 and for 100 percent; a change of
 * tier, limit or flag counts in every process at once.
 */
import { limitIsNear } from './notices.ts';
import { module } from '#platform/module.ts';
import { limitNear, tierChanged } from './events.ts';
import * as tables from './tables.ts';
import { usageMeters } from './meters.ts';
import './require-room.ts';
import { limitBanner, noteLevels, usageHistory, usageNow } from './views.ts';

export const tiers = module({
  name: 'tiers',
  tables,
  views: [usageNow, usageHistory, limitBanner],
  notices: [limitIsNear],
  events: [limitNear, tierChanged],
  schedules: [noteLevels],
  ports: [usageMeters],
  capabilities: { 'usage:read': 'See what the workspace uses of its tier' },
});

export { limitBanner, limitNear, tierChanged, usageHistory, usageMeters, usageNow };
export { allFlags, declareFlag, flagOn, flagsChanged, requireFlag, type Flag, type FlagSetting } from './flags.ts';
export { LIMIT_NAMES, LIMITS, limitInWords, type Limit, type Limits, type Tier } from './limits.ts';
export { requireRoom, takeExecution } from './require-room.ts';
export { allTiers, limitOf, tiersChanged } from './tier-book.ts';
export { countUse, flushUsage, startCounting } from './usage.ts';
export { noteRate } from './warnings.ts';
