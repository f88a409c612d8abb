/**
 * People and what they may do. Owns users, sessions, workspaces' settings, members, roles, invitations and API tokens.
 * A person is a user; a user in a workspace is a member with one role; a role is a list of capabilities; a program has
 * an API token with scopes (capabilities). Invariants: a workspace always has an owner; nobody grants more than they
 * have; secrets are kept as hashes; a personal token never outranks or outlives its maker.
 */
import { module } from '#platform/module.ts';
import { createWorkspace, workspaceOpenings } from './create-workspace.ts';
import { memberChanged, memberInvited, memberJoined, memberRemoved, workspaceCreated, workspaceSettingsChanged } from './events.ts';
import * as tables from './tables.ts';
import { createToken, revokeToken, rotateToken, tokenList } from './tokens.ts';
import { updateWorkspaceSettings, workspaceSettingsView } from './workspace-settings.ts';

export const accounts = module({
  name: 'accounts',
  tables,
  accountOperations: [createWorkspace],
  operations: [updateWorkspaceSettings, createToken, revokeToken, rotateToken],
  views: [workspaceSettingsView, tokenList],
  events: [workspaceCreated, workspaceSettingsChanged, memberInvited, memberJoined, memberChanged, memberRemoved],
  ports: [workspaceOpenings],
  capabilities: {
    'settings:read': 'See the settings of the workspace',
    'settings:write': 'Change the settings of the workspace',
    'members:read': 'See members, roles and invitations',
    'members:write': 'Invite and remove members, change roles',
    'tokens:read': 'See API tokens',
    'tokens:write': 'Create and revoke API tokens',
    'audit:read': 'See who did what',
  },
});

export { authHandler } from './auth-handler.ts';
export { contextForMember, forgetSessions, personOf, SESSION_COOKIE, sessionOf, type Membership, type Session } from './session.ts';
export { createWorkspace, workspaceOpenings, type WorkspaceOpening } from './create-workspace.ts';
export { Country, Currency, Locale, workspaceSettings, settingsFor, updateWorkspaceSettings, workspaceSettingsView, type WorkspaceSettings } from './workspace-settings.ts';
export { countAttempt, forgiveAttempts, type Allowance } from './attempts.ts';
export { publicUrl } from './internal/public-url.ts';
export { ShortMemory } from './short-memory.ts';
export { slugOf, slugsToTry } from './slug.ts';
export { workspaceCreated, workspaceSettingsChanged } from './events.ts';
export { contextForToken, forgetTokens } from './api-token.ts';
export { createToken, revokeToken, rotateToken, tokenList };
