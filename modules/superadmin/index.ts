/**
 * Those who look after the whole installation. Owns the superadmin area: workspaces (tier, suspension), people, tiers, flags,
 * figures, health, impersonation and their log. Invariants: for everybody else nothing here exists, at no address and in no
 * list; each act is one row of a log that is only added to, written with the act; what touches a workspace also stands in
 * that workspace's own audit log; an impersonation ends after half an hour, on stop and on sign-out, everywhere, and its member is told.
 */
import { module } from '#platform/module.ts';
import { endImpersonations, impersonationEnded, wasImpersonated } from './end-impersonation.ts';
import { startImpersonation } from './impersonate.ts';
import { superFigures, superHealth, superLog } from './platform.ts';
import { setFlag, setTierLimits, superFlags, superTiers } from './settings.ts';
import { disableUser, enableUser, endSessions, grantSuperadmin, revokeSuperadmin, sendReset, superUsers } from './users.ts';
import { changeTier, restoreWorkspace, superWorkspace, superWorkspaces, suspendWorkspace } from './workspaces.ts';

export const superadmin = module({
  name: 'superadmin',
  uses: ['tiers', 'accounts'],
  superOperations: [changeTier, suspendWorkspace, restoreWorkspace, disableUser, enableUser, endSessions, sendReset, grantSuperadmin, revokeSuperadmin, setTierLimits, setFlag, startImpersonation],
  events: [impersonationEnded],
  notices: [wasImpersonated],
  schedules: [endImpersonations],
  superViews: [superWorkspaces, superWorkspace, superUsers, superFigures, superHealth, superTiers, superFlags, superLog],
});

export { endImpersonations, impersonationEnded, stopImpersonation } from './end-impersonation.ts';
export { stillToProve, superadminOf } from './who.ts';
