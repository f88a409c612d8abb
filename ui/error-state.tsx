import { CloudOff, Compass, Lock, TriangleAlert, type LucideIcon } from 'lucide-react';
import { isRouteErrorResponse, useLocation, useNavigate, useParams, useRevalidator, useRouteError } from 'react-router';
import { Button, LinkButton } from './button.tsx';

type Kind = 'missing' | 'forbidden' | 'refused' | 'broken';

interface Trouble {
  kind: Kind;
  title: string;
  sentence: string;
  requestId?: string;
}

const icons: Record<Kind, LucideIcon> = { missing: Compass, forbidden: Lock, refused: TriangleAlert, broken: CloudOff };
const words: Record<Kind, { title: string; sentence: string }> = {
  missing: { title: 'This page is not here', sentence: 'It may have been deleted or moved, or the address has a typo.' },
  forbidden: { title: 'You cannot see this', sentence: 'Your role does not include it. An owner of the workspace can change your role under People.' },
  refused: { title: 'That did not work', sentence: 'The program said no, without saying why.' },
  broken: { title: 'Something went wrong on our side', sentence: 'What you typed last may not be saved. Try again; if it stays, tell whoever runs this installation.' },
};

function troubleOf(error: unknown): Trouble {
  if (!isRouteErrorResponse(error)) return { kind: 'broken', ...words.broken };
  const data = (typeof error.data === 'object' && error.data ? error.data : {}) as { sentence?: string; requestId?: string };
  const kind: Kind = error.status === 404 ? 'missing' : error.status === 403 ? 'forbidden' : error.status < 500 ? 'refused' : 'broken';
  return { kind, title: words[kind].title, sentence: kind === 'broken' ? words.broken.sentence : sentenceOf(kind, data.sentence), ...(data.requestId && { requestId: data.requestId }) };
}

function sentenceOf(kind: Kind, told: string | undefined): string {
  if (!told || told === words[kind].sentence) return words[kind].sentence;
  return kind === 'refused' ? told : `${told} ${words[kind].sentence}`;
}

// The list a missing record would have been in: the first word of the address.
function useSection(): { to: string; label: string } | undefined {
  const { workspace } = useParams();
  const { pathname } = useLocation();
  const [section, record] = pathname.slice(`/w/${workspace ?? ''}/`.length).split('/');
  const known = ['orders', 'products', 'customers', 'inventory', 'collections', 'storefronts', 'mails'];
  return workspace && section && record && known.includes(section) ? { to: `/${section}`, label: section.charAt(0).toUpperCase() + section.slice(1) } : undefined;
}

/** What happened, what to do now, and a way home. */
export function ErrorState({ kind, title, sentence, requestId, onRetry }: Trouble & { onRetry?(): void }) {
  const Icon = icons[kind];
  const section = useSection();
  const navigate = useNavigate();
  return (
    <div role="alert" className="mx-auto flex max-w-[52ch] flex-col items-center px-4 py-20 text-center sm:py-28">
      <span className={`mb-5 grid size-14 place-items-center rounded-2xl ${kind === 'missing' || kind === 'forbidden' ? 'bg-accent-soft text-accent-text' : 'bg-warn-soft text-warn'}`}>
        <Icon aria-hidden className="size-6" />
      </span>
      <h1 className="text-[22px] leading-8 font-semibold tracking-[-0.015em]">{title}</h1>
      <p className="mt-1.5 text-pretty text-ink-2">{sentence}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        {onRetry && <Button kind="primary" onClick={onRetry}>Try again</Button>}
        {section && <LinkButton kind={onRetry ? 'secondary' : 'primary'} to={section.to}>{`All ${section.label.toLowerCase()}`}</LinkButton>}
        {!section && !onRetry && <Button onClick={() => void navigate(-1)}>Go back</Button>}
        <LinkButton kind={section || onRetry ? 'secondary' : 'primary'} to="/">Go to home</LinkButton>
      </div>
      {requestId && <p className="mt-6 text-[13px] text-ink-3">When you ask for help, name the reference <span className="font-mono select-all">{requestId}</span></p>}
    </div>
  );
}

/** The error boundary every page shares: `export { PageError as ErrorBoundary }`. */
export function PageError() {
  const trouble = troubleOf(useRouteError());
  const { revalidate } = useRevalidator();
  return <ErrorState {...trouble} {...(trouble.kind !== 'missing' && trouble.kind !== 'forbidden' && { onRetry: () => void revalidate() })} />;
}
