import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { askIfAllowed, askList, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog, DialogActions } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Capability } from './capability-list.tsx';
import { limitsInWords, type Limits } from './limits-fields.tsx';
import { placesOf } from './places.server.ts';
import { TokenForm } from './token-form.tsx';

interface TokenRow extends Limits {
  id: string;
  name: string;
  start: string;
  kind: string;
  scopes: string[];
  expiresAt: string | null;
  revokedAt: string | null;
}

export const meta = () => [{ title: 'API tokens · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const roles = await askIfAllowed<{ capabilities: Capability[] }>(args, 'roles.list');
  return { listing: await askList<TokenRow>(args, 'tokens.list'), places: await placesOf(args), capabilities: roles?.capabilities ?? [], may: mayRun(args, 'tokens.create', 'tokens.revoke', 'tokens.rotate') };
}

export { PageError as ErrorBoundary };

type Doing = { what: 'create' } | { what: 'revoke' | 'rotate'; token: TokenRow } | null;

function stateOf(token: TokenRow): [string, string] {
  if (token.revokedAt) return ['revoked', 'Revoked'];
  return token.expiresAt && Date.parse(token.expiresAt) < Date.now() ? ['expired', 'Expired'] : ['active', 'Active'];
}

function columnsFor(may: Record<string, boolean>, act: (doing: Doing) => void): readonly Shown<TokenRow>[] {
  return [
    { key: 'name', card: 'title', className: 'max-w-[260px]', cell: (token) => <span className="block min-w-0"><span className="block truncate font-medium">{token.name}</span><code className="font-mono text-xs text-ink-3">{token.start}…</code></span> },
    { key: 'state', header: 'State', card: 'aside', cell: (token) => <StatusBadge status={stateOf(token)[0]} label={stateOf(token)[1]} /> },
    { key: 'scopes', card: 'line', cell: (token) => [token.scopes.length === 1 ? '1 permission' : `${token.scopes.length} permissions`, limitsInWords(token)].filter(Boolean).join(', ') },
    { key: 'kind', card: 'tag' },
    { key: 'madeBy', card: 'none', className: 'max-w-[160px] truncate' },
    { key: 'lastUsedAt', card: 'line' },
    { key: 'expiresAt', card: 'line' },
    { key: 'actions', header: 'Change', card: 'tag', cell: (token) => stateOf(token)[0] === 'active' && (
      <span className="flex gap-2">
        {may['tokens.rotate'] && <Button size="small" aria-label={`Replace ${token.name}`} onClick={() => act({ what: 'rotate', token })}>Replace</Button>}
        {may['tokens.revoke'] && <Button size="small" aria-label={`Revoke ${token.name}`} onClick={() => act({ what: 'revoke', token })}>Revoke</Button>}
      </span>
    ) },
  ];
}

export default function Tokens() {
  const { listing, capabilities, places, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  const [secret, setSecret] = useState<string>();
  const close = () => setDoing(null);
  const shown = (answer: { token: string | null }) => { close(); setSecret(answer.token ?? undefined); };
  const revoke = useOperation('tokens.revoke', { done: 'Token revoked' });
  const rotate = useOperation<{ token: string | null }>('tokens.rotate', { onDone: shown });
  const token = doing && doing.what !== 'create' ? doing.token : undefined;
  const add = may['tokens.create'] && <Button kind="primary" onClick={() => setDoing({ what: 'create' })}>Add token</Button>;
  return (
    <Page title="API tokens" about="Keys for programs that work with this workspace over the Admin API or MCP." actions={add}>
      <Table label="API tokens" listing={listing} columns={columnsFor(may, setDoing)} empty={<NothingYet icon={KeyRound} title="No tokens yet" action={add}>A token lets your own programs read and change what you allow, and nothing else.</NothingYet>} />
      <Dialog title="Add token" size="large" open={doing?.what === 'create'} onOpenChange={(open) => !open && close()}>
        <TokenForm capabilities={capabilities} places={places} onMade={shown} onClose={close} />
      </Dialog>
      <ConfirmDialog title={`Revoke “${token?.name ?? ''}”?`} confirm="Revoke" open={doing?.what === 'revoke'} onOpenChange={(open) => !open && close()} onConfirm={() => revoke.run({ id: token!.id })}>Programs that use it are refused at once.</ConfirmDialog>
      <ConfirmDialog title={`Replace “${token?.name ?? ''}”?`} confirm="Replace" kind="primary" open={doing?.what === 'rotate'} onOpenChange={(open) => !open && close()} onConfirm={() => rotate.run({ id: token!.id })}>You get a new token. The old one goes on working for 24 hours, so that you can change over.</ConfirmDialog>
      <Dialog title="Your new token" about="Copy it now; it is not shown again." open={secret !== undefined} onOpenChange={() => setSecret(undefined)}>
        {secret && <Copyable value={secret} what="the token" />}
        <DialogActions><Button kind="primary" onClick={() => setSecret(undefined)}>Done</Button></DialogActions>
      </Dialog>
    </Page>
  );
}
