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
export const memberRemoved = event({ name: 'member.removed', says: 'A member left or was removed', data: Member, about: 'memberId' });
