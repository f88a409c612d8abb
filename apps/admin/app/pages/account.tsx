import { ArrowLeft, ShieldAlert } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ownAccount, type OwnAccount } from '#modules/accounts/index.ts';
import { PasskeysCard } from '#modules/accounts/ui/account-passkeys.tsx';
import { PasswordCard, ProfileCard } from '#modules/accounts/ui/account-profile.tsx';
import { SecondFactorCard } from '#modules/accounts/ui/account-second-factor.tsx';
import { SessionsCard } from '#modules/accounts/ui/account-sessions.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { LocaleProvider } from '#ui/locale.tsx';
import { Page } from '#ui/page.tsx';
import { homeOf, localeFor, requireSession } from '../session.server.ts';
import { BehindBanner } from '../shell/behind-banner.tsx';
import { Mark } from '../shell/mark.tsx';

export const meta = () => [{ title: 'Your account · Quickdash' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  if (session.behind) return { behind: session.behind, member: session.user.name, back: homeOf(session), locale: await localeFor(session) };
  const [account, locale] = await Promise.all([ownAccount(session), localeFor(session)]);
  const shut = session.workspaces.filter((each) => each.lacksSecondFactor).map((each) => each.name);
  return { behind: null, account, locale, shut, back: homeOf(session) };
}

export { PageError as ErrorBoundary };

/** A person and their own safety; belongs to no workspace. */
export default function Account() {
  const shown = useLoaderData<typeof loader>();
  return (
    <LocaleProvider value={shown.locale}>
      <main className="min-h-dvh bg-canvas">
        {shown.behind && <BehindBanner behind={shown.behind} member={shown.member} />}
        <div className="border-b border-line bg-sunken">
          <div className="mx-auto flex max-w-[720px] items-center justify-between px-4 py-3 sm:px-6">
            <span className="flex items-center gap-2.5 font-semibold tracking-tight"><Mark /> Quickdash</span>
            <Link to={shown.back} within="installation" className="inline-flex items-center gap-1.5 rounded text-ink-2 hover:text-ink"><ArrowLeft aria-hidden className="size-4" /> Back to work</Link>
          </div>
        </div>
        {shown.behind ? <NotTheirs member={shown.member} /> : <Own account={shown.account} shut={shown.shut} />}
      </main>
    </LocaleProvider>
  );
}

function NotTheirs({ member }: { member: string }) {
  return (
    <Page title={`The account of ${member}`} width="narrow">
      <p className="flex items-start gap-2.5 rounded-card bg-warn-soft px-4 py-3 text-warn"><ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> <span>Only {member} sees and changes this page: how they sign in, their browsers and their passkeys are not looked at through their eyes.</span></p>
    </Page>
  );
}

function Own({ account, shut }: { account: OwnAccount; shut: string[] }) {
  return (
    <Page title="Your account" width="narrow" about="Yours in every workspace.">
      {shut.length > 0 && (
        <p role="status" className="flex items-start gap-2.5 rounded-card bg-warn-soft px-4 py-3 text-warn"><ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> <span>{shut.join(', ')} {shut.length === 1 ? 'asks' : 'ask'} everybody for a second factor. Set yours up below, then you can go in.</span></p>
      )}
      <ProfileCard user={account.user} />
      <SecondFactorCard on={account.user.secondFactor} />
      <PasskeysCard passkeys={account.passkeys} />
      <SessionsCard sessions={account.sessions} />
      <PasswordCard hasPassword={account.hasPassword} />
    </Page>
  );
}
