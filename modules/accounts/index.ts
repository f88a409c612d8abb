/**
 * People and what they may do. Owns users, sessions, workspaces' settings, members, roles, invitations and API tokens.
 * A person is a user; a user in a workspace is a member with one role; a role is a list of capabilities; a program has
 * an API token with scopes (capabilities). Invariants: a workspace always has an owner; nobody grants more than they
 * have; secrets are kept as hashes; a personal token never outranks or outlives its maker.
 */
import { module } from '#platform/module.ts';
import { auditList } from './audit.ts';
import { createWorkspace, workspaceOpenings } from './create-workspace.ts';
import { memberChanged, memberInvited, memberJoined, memberRemoved, memberRestored, memberSuspended, workspaceCreated, workspaceDeletionAsked, workspaceDeletionCancelled, workspaceExportAsked, workspaceExportReady, workspaceSettingsChanged } from './events.ts';
import { askDeletion, cancelDeletion, deleteDueWorkspace, mailTheOwners } from './life/delete-workspace.ts';
import { downloadExport, exportList, exportWorkspace, makeExport, tidyExports } from './life/export-workspace.ts';
import { workspaceContents } from './life/contents.ts';
import { fileUsage } from './life/usage.ts';
import { invitationList, inviteMember, mailTheInvitation, resendInvitation, revokeInvitation } from './invitations.ts';
import { memberActivity } from './member-activity.ts';
import { changeRole, memberList, removeMember, restoreMember, suspendMember } from './members.ts';
import { memberNotices } from './notices.ts';
import { endSession, ownAccount, type OwnAccount, type OwnSession } from './own-account.ts';
import { acceptInvitation, leaveWorkspace, setActiveWorkspace, transferWorkspace } from './own-membership.ts';
import { renameWorkspace } from './rename-workspace.ts';
import { createRole, deleteRole, roleList, updateRole } from './roles.ts';
import * as tables from './tables.ts';
import { createToken, revokeToken, rotateToken, tokenList } from './tokens.ts';
import { updateWorkspaceSettings, workspaceSettingsView } from './workspace-settings.ts';

export const accounts = module({
  name: 'accounts',
  uses: ['tiers'],
  tables,
  accountOperations: [createWorkspace, renameWorkspace, leaveWorkspace, transferWorkspace, acceptInvitation, setActiveWorkspace, endSession, askDeletion, cancelDeletion],
  operations: [
    updateWorkspaceSettings,
    exportWorkspace,
    downloadExport,
    inviteMember,
    resendInvitation,
    revokeInvitation,
    changeRole,
    suspendMember,
    restoreMember,
    removeMember,
    createRole,
    updateRole,
    deleteRole,
    createToken,
    revokeToken,
    rotateToken,
  ],
  views: [workspaceSettingsView, memberList, invitationList, roleList, tokenList, auditList, exportList, workspaceContents, fileUsage, memberActivity],
  events: [workspaceCreated, workspaceSettingsChanged, workspaceExportAsked, workspaceExportReady, workspaceDeletionAsked, workspaceDeletionCancelled, memberInvited, memberJoined, memberChanged, memberSuspended, memberRestored, memberRemoved],
  notices: memberNotices,
  reactions: [mailTheInvitation, makeExport, mailTheOwners],
  schedules: [tidyExports, deleteDueWorkspace],
  ports: [workspaceOpenings],
  capabilities: {
    'settings:read': 'See the settings of the workspace',
    'settings:write': 'Change the settings of the workspace',
    'workspace:manage': 'Take all data home, see what the workspace holds',
    'members:read': 'See members, roles and invitations',
    'members:write': 'Invite and remove members, change roles',
    'tokens:read': 'See API tokens',
    'tokens:write': 'Create and revoke API tokens',
    'audit:read': 'See who did what',
  },
});

export { endSession, ownAccount, type OwnAccount, type OwnSession };
export { sessions as sessionTable } from './tables.ts';
export { provedLately } from './second-factor.ts';
export { socialNames } from './internal/social.ts';
export { authHandler } from './auth-handler.ts';
export { contextForMember, forgetSessions, personOf, SESSION_COOKIE, sessionIsOpen, sessionOf, type Membership, type Session } from './session.ts';
export { isSuperadmin, suspensionOf } from './impersonation.ts';
export { contextForToken, forgetTokens } from './api-token.ts';
export { workspaceOpenings, type WorkspaceOpening } from './create-workspace.ts';
export { Country, Currency, Locale, saveSettings, settingsFor, TimeZone, workspaceSettings, type WorkspaceSettings } from './workspace-settings.ts';
export { authorityOf, contextForActor } from './authority.ts';
export { countAttempt, forgiveAttempts, type Allowance } from './attempts.ts';
export { makePerson } from './make-person.ts';
export { publicUrl } from './internal/public-url.ts';
export { ShortMemory } from '#platform/short-memory.ts';
export { slugOf, slugsToTry } from './slug.ts';
export { capabilitiesOf, memberCapabilities, withinLimits } from './role-rules.ts';
export { memberChanged, memberInvited, memberJoined, memberRemoved, memberRestored, memberSuspended, workspaceCreated, workspaceSettingsChanged };
export { acceptInvitation, createWorkspace, leaveWorkspace, renameWorkspace, setActiveWorkspace, transferWorkspace };
export { changeRole, invitationList, inviteMember, mailTheInvitation, memberList, removeMember, resendInvitation, restoreMember, revokeInvitation, suspendMember };
export { auditList, createRole, createToken, deleteRole, revokeToken, roleList, rotateToken, tokenList, updateRole };
export { askDeletion, cancelDeletion, deleteDueWorkspace, downloadExport, exportWorkspace, makeExport, tidyExports, fileUsage };
export { workspaceDeletionAsked, workspaceDeletionCancelled };
export { updateWorkspaceSettings, workspaceSettingsView };
