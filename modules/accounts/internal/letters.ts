import { newId } from '#platform/ids.ts';
import { sendLetter } from './mail.ts';
import { hashOf } from './secrets.ts';

export async function resetLetter(user: { email: string }, token: string): Promise<void> {
  await sendLetter({
    to: user.email,
    subject: 'Choose a new password',
    says: 'You asked for a new password for your Quickdash account. The link works once, for an hour.',
    button: { says: 'Choose a new password', path: `/admin/reset-password?token=${encodeURIComponent(token)}` },
    otherwise: 'If it was not you, nothing has changed and you need not do anything.',
    once: `reset:${hashOf(token)}`,
  });
}

export async function confirmationLetter(user: { email: string; name: string }, token: string): Promise<void> {
  await sendLetter({
    to: user.email,
    subject: 'Confirm your email address',
    says: `Welcome to Quickdash, ${user.name}. Please confirm that this address is yours. The link works for a day.`,
    button: { says: 'Confirm my address', path: `/api/auth/verify-email?token=${encodeURIComponent(token)}&callbackURL=%2Fadmin` },
    otherwise: 'If you did not sign up, somebody mistyped an address; you need not do anything.',
    once: `confirm:${hashOf(token)}`,
  });
}

export async function existingAccountLetter(user: { email: string }): Promise<void> {
  await sendLetter({
    to: user.email,
    subject: 'You already have an account',
    says: 'Somebody, probably you, tried to sign up with this address. It already has a Quickdash account: sign in, or choose a new password.',
    button: { says: 'Sign in', path: '/admin/sign-in' },
    otherwise: 'If it was not you, nothing has changed and you need not do anything.',
    once: `exists:${newId()}`,
  });
}

export async function invitationLetter(invitation: { email: string; workspace: string; inviter: string; role: string; token: string }): Promise<void> {
  await sendLetter({
    to: invitation.email,
    subject: `${invitation.inviter} invites you to ${invitation.workspace}`,
    says: `${invitation.inviter} would like you to join the workspace "${invitation.workspace}" as ${invitation.role}. The link works for seven days.`,
    button: { says: 'Join the workspace', path: `/admin/invitation?token=${encodeURIComponent(invitation.token)}` },
    otherwise: 'If you do not know the sender, ignore this mail.',
    once: `invitation:${hashOf(invitation.token)}`,
  });
}
