import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const workspaceCreated = event({
  name: 'workspace.created',
  says: 'A workspace was created',
  data: z.object({ workspaceId: z.uuid(), sampleProducts: z.boolean() }),
  about: 'workspaceId',
});

export const workspaceSettingsChanged = event({
  name: 'workspace.settings-changed',
  says: 'The settings of the workspace changed',
  data: z.object({ workspaceId: z.uuid() }),
  about: 'workspaceId',
});

export const memberInvited = event({
  name: 'member.invited',
  says: 'Somebody was invited',
  data: z.object({ invitationId: z.uuid() }),
  about: 'invitationId',
});

const Member = z.object({ memberId: z.uuid(), userId: z.uuid(), role: z.string() });

export const memberJoined = event({ name: 'member.joined', says: 'A member joined', data: Member, about: 'memberId' });
export const memberChanged = event({ name: 'member.changed', says: 'A member got another role', data: Member, about: 'memberId' });
export const memberSuspended = event({ name: 'member.suspended', says: 'A member was suspended', data: Member, about: 'memberId' });
export const memberRestored = event({ name: 'member.restored', says: 'A suspended member may come in again', data: Member, about: 'memberId' });
export const memberRemoved = event({ name: 'member.removed', says: 'A member left or was removed', data: Member, about: 'memberId' });

export const workspaceExportAsked = event({ name: 'workspace.export-asked', says: 'Somebody asked for all data', data: z.object({ exportId: z.uuid() }), about: 'exportId' });
export const workspaceExportReady = event({ name: 'workspace.export-ready', says: 'An archive of all data is ready', data: z.object({ exportId: z.uuid() }), about: 'exportId' });

export const workspaceDeletionAsked = event({
  name: 'workspace.deletion-asked',
  says: 'The workspace is going to be deleted',
  data: z.object({ workspaceId: z.uuid(), deleteAfter: z.iso.datetime(), by: z.string() }),
  about: 'workspaceId',
});
export const workspaceDeletionCancelled = event({
  name: 'workspace.deletion-cancelled',
  says: 'The workspace is kept after all',
  data: z.object({ workspaceId: z.uuid(), by: z.string() }),
  about: 'workspaceId',
});
