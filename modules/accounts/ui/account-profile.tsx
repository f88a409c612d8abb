import { useRevalidator } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { toast } from '#ui/toast.tsx';
import { AccountForm } from './account-form.tsx';
import { askAuth } from './ask-auth.ts';

interface User {
  name: string;
  email: string;
  emailVerified: boolean;
}

/** Name and address. A new address counts once its mail was answered. */
export function ProfileCard({ user }: { user: User }) {
  const { revalidate } = useRevalidator();
  async function rename({ name = '' }: Record<string, string>) {
    const refused = await askAuth('/update-user', { name: name.trim() });
    if (!refused) toast.done('Name saved');
    await revalidate();
    return refused;
  }
  async function move({ email = '' }: Record<string, string>) {
    const refused = await askAuth('/change-email', { newEmail: email, callbackURL: '/admin/account' });
    if (!refused) toast.done(`We mailed a link to ${email}. The address changes when you open it.`);
    return refused;
  }
  return (
    <Card title="You">
      <div className="flex flex-col gap-5">
        <AccountForm submit="Save name" send={rename}>
          <Field label="Name" name="name"><Input key={user.name} name="name" defaultValue={user.name} maxLength={80} required autoComplete="name" /></Field>
        </AccountForm>
        <hr className="border-line" />
        <AccountForm submit="Change address" send={move}>
          <p className="flex flex-wrap items-center gap-2"><span className="text-ink-2">You sign in as</span> <span className="font-medium break-all">{user.email}</span> <Badge tone={user.emailVerified ? 'good' : 'warn'}>{user.emailVerified ? 'Confirmed' : 'Not confirmed'}</Badge></p>
          <Field label="New email address" name="email" description="We mail a link to it, and a word to the present one."><Input name="email" type="email" required autoComplete="email" /></Field>
        </AccountForm>
      </div>
    </Card>
  );
}

/** The password. Other browsers are signed out with it. */
export function PasswordCard({ hasPassword }: { hasPassword: boolean }) {
  const { revalidate } = useRevalidator();
  async function change({ current, next }: Record<string, string>) {
    const refused = await askAuth('/change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: true });
    if (!refused) toast.done('Password changed. Your other browsers are signed out.');
    await revalidate();
    return refused;
  }
  return (
    <Card title="Password" about={hasPassword ? 'At least 10 characters. Changing it signs your other browsers out.' : undefined}>
      {hasPassword ? (
        <AccountForm submit="Change password" send={change}>
          <FieldRow>
            <Field label="Present password" name="current"><PasswordInput name="current" autoComplete="current-password" required /></Field>
            <Field label="New password" name="next"><PasswordInput name="next" autoComplete="new-password" minLength={10} maxLength={256} required /></Field>
          </FieldRow>
        </AccountForm>
      ) : (
        <p className="text-ink-2">You sign in without one. To have one as well, <TextLink to="/forgot-password" within="installation">ask for a link to choose it</TextLink>.</p>
      )}
    </Card>
  );
}
