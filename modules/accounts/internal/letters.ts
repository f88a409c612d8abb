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

export async function newAddressLetter(user: { email: string; name: string }, token: string): Promise<void> {
  await sendLetter({
    to: user.email,
    subject: 'Confirm your new email address',
    says: `${user.name}, please confirm that this address is yours. From then on you sign in to Quickdash with it. The link works for a day.`,
    button: { says: 'Confirm my new address', path: `/api/auth/verify-email?token=${encodeURIComponent(token)}&callbackURL=%2Fadmin%2Faccount` },
    otherwise: 'If you did not ask for this, somebody mistyped an address; you need not do anything.',
    once: `new-address:${hashOf(token)}`,
  });
}

/** To the old address, so that a change nobody asked for is noticed. */
export async function addressChangedLetter(user: { email: string; name: string }, newEmail: string): Promise<void> {
  await sendLetter({
    to: user.email,
    subject: 'Your email address is being changed',
    says: `Somebody, probably you, asked to sign in to Quickdash as ${newEmail} from now on. It happens once that address is confirmed.`,
    button: { says: 'Look at your account', path: '/admin/account' },
    otherwise: 'If it was not you, change your password at once and end the other sessions under your account.',
    once: `address:${newId()}`,
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

interface Owned {
  email: string;
  workspace: string;
  slug: string;
}

export async function exportLetter({ email, workspace, slug }: Owned, exportId: string): Promise<void> {
  await sendLetter({
    to: email,
    subject: `All data of ${workspace} is ready`,
    says: `The archive of everything in "${workspace}" is made. It is kept for seven days.`,
    button: { says: 'Go to the archive', path: `/admin/w/${slug}/settings/workspace` },
    otherwise: 'If you did not ask for it, talk to the owners of the workspace.',
    once: `export:${exportId}`,
  });
}

export async function deletionLetter({ email, workspace, slug }: Owned, plan: { by: string; deleteAfter: string }, once: string): Promise<void> {
  await sendLetter({
    to: email,
    subject: `${workspace} is going to be deleted`,
    says: `${plan.by} asked for the deletion of the workspace "${workspace}". Its shops are closed from now on. Everything in it is deleted after ${plan.deleteAfter.slice(0, 10)}; until then any owner can keep it, and take all data home.`,
    button: { says: 'Keep it, or take the data', path: `/admin/w/${slug}/settings/workspace` },
    otherwise: 'If that is what you want, you need not do anything.',
    once: `deletion:${once}:${email}`,
  });
}

export async function deletionCancelledLetter({ email, workspace, slug }: Owned, by: string, once: string): Promise<void> {
  await sendLetter({
    to: email,
    subject: `${workspace} is kept`,
    says: `${by} called the deletion of "${workspace}" off. Its shops are open again.`,
    button: { says: 'Go to the workspace', path: `/admin/w/${slug}` },
    otherwise: 'You need not do anything.',
    once: `deletion:${once}:${email}`,
  });
}

export async function deletedLetter({ email, workspace }: Owned, workspaceId: string): Promise<void> {
  await sendLetter({
    to: email,
    subject: `${workspace} was deleted`,
    says: `The workspace "${workspace}" and everything in it was deleted, as asked for two weeks ago.`,
    button: { says: 'Go to Quickdash', path: '/admin' },
    otherwise: 'This cannot be undone.',
    once: `deleted:${workspaceId}:${email}`,
  });
}
