/**
 * People and what they may do. Owns users, sessions, workspaces' settings, members, roles, invitations and API tokens.
 * A person is a user; a user in a workspace is a member with one role; a role is a list of capabilities; a program has
 * an API token with scopes (capabilities). Invariants: a workspace always has an owner; nobody grants more than they
 * have; secrets are kept as hashes; a personal token never outranks or outlives its maker.
 */
import { module } from '#platform/module.ts';
import { auditList } from './audit.ts';
import { createWorkspace, workspaceOpenings } from './create-workspace.ts';
import { memberChanged, memberInvited, memberJoined, memberRemoved, workspaceCreated, workspaceSettingsChanged } from './events.ts';
import { invitationList, inviteMember, mailTheInvitation, revokeInvitation } from './invitations.ts';
import { changeRole, memberList, removeMember } from './members.ts';
import { acceptInvitation, leaveWorkspace, setActiveWorkspace, transferWorkspace } from './own-membership.ts';
import { renameWorkspace } from './rename-workspace.ts';
import { createRole, deleteRole, roleList, updateRole } from './roles.ts';
import * as tables from './tables.ts';
import { createToken, revokeToken, rotateToken, tokenList } from './tokens.ts';
import { updateWorkspaceSettings, workspaceSettingsView } from './workspace-settings.ts';

export const accounts = module({
  name: 'accounts',
  tables,
  accountOperations: [createWorkspace, renameWorkspace, leaveWorkspace, transferWorkspace, acceptInvitation, setActiveWorkspace],
  operations: [
    updateWorkspaceSettings,
    inviteMember,
    revokeInvitation,
    changeRole,
    removeMember,
    createRole,
    updateRole,
    deleteRole,
    createToken,
    revokeToken,
    rotateToken,
  ],
  views: [workspaceSettingsView, memberList, invitationList, roleList, tokenList, auditList],
  events: [workspaceCreated, workspaceSettingsChanged, memberInvited, memberJoined, memberChanged, memberRemoved],
  reactions: [mailTheInvitation],
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
export { contextForToken, forgetTokens } from './api-token.ts';
export { workspaceOpenings, type WorkspaceOpening } from './create-workspace.ts';
export { Country, Currency, Locale, settingsFor, TimeZone, workspaceSettings, type WorkspaceSettings } from './workspace-settings.ts';
export { countAttempt, forgiveAttempts, type Allowance } from './attempts.ts';
export { makePerson } from './make-person.ts';
export { publicUrl } from './internal/public-url.ts';
export { ShortMemory } from './short-memory.ts';
export { slugOf, slugsToTry } from './slug.ts';
export { capabilitiesOf, memberCapabilities } from './role-rules.ts';
export { memberChanged, memberInvited, memberJoined, memberRemoved, workspaceCreated, workspaceSettingsChanged };
export { acceptInvitation, createWorkspace, leaveWorkspace, renameWorkspace, setActiveWorkspace, transferWorkspace };
export { changeRole, invitationList, inviteMember, mailTheInvitation, memberList, removeMember, revokeInvitation };
export { auditList, createRole, createToken, deleteRole, revokeToken, roleList, rotateToken, tokenList, updateRole };
export { updateWorkspaceSettings, workspaceSettingsView };
