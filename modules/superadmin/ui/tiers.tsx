import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { bytes, count, PlainTable, type Column } from './parts.tsx';

interface Tier {
  name: string;
  label: string;
  limits: Record<string, number | null>;
  workspaces: number;
}

interface Limit {
  name: string;
  says: string;
  about: string;
}

export const meta = () => [{ title: 'Tiers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<{ tiers: Tier[]; limits: Limit[] }>(args, 'super.tiers');
}

export { PageError as ErrorBoundary };

const written = (limit: string, amount: number | null | undefined) => (amount == null ? 'No limit' : limit === 'storage' ? bytes(amount) : count(amount));

function columnsFor(limits: readonly Limit[], setTier: (tier: Tier) => void): readonly Column<Tier>[] {
  return [
    { header: 'Tier', cell: (row) => <span className="font-medium">{row.label}</span> },
    { header: 'Workspaces', align: 'right', cell: (row) => count(row.workspaces) },
    ...limits.map((limit) => ({ header: limit.says, align: 'right' as const, cell: (row: Tier) => written(limit.name, row.limits[limit.name]) })),
    { header: 'Change', cell: (row) => (row.name === 'unlimited' ? <span className="text-ink-3">–</span> : <Button size="small" aria-label={`Change the limits of ${row.label}`} onClick={() => setTier(row)}>Limits</Button>) },
  ];
}

export default function Tiers() {
  const { tiers, limits } = useLoaderData<typeof loader>();
  const [tier, setTier] = useState<Tier | null>(null);
  return (
    <Page title="Tiers" about="What workspaces of each tier may have. A change counts at once for all of them.">
      <PlainTable label="Tiers" rows={tiers} keyOf={(row) => row.name} empty="There is no tier." columns={columnsFor(limits, setTier)} />
      <Dialog title={`Limits of ${tier?.label ?? ''}`} about="An empty field is no limit. Storage is in bytes." size="large" open={tier !== null} onOpenChange={(next) => !next && setTier(null)}>
        {tier && (
          <OperationForm operation="super.set-tier-limits" submit="Save limits" done="Limits saved" onDone={() => setTier(null)} cancel={<Button onClick={() => setTier(null)}>Cancel</Button>} shape={(form) => ({ tier: tier.name, limits: Object.fromEntries(limits.map(({ name }) => [name, amountOf(form[name])])) })}>
            <FieldRow>
              {limits.map(({ name, says, about }) => <Field key={name} label={says} description={about} name={name}><Input name={name} inputMode="numeric" autoComplete="off" defaultValue={tier.limits[name] ?? ''} className="figures text-right" /></Field>)}
            </FieldRow>
          </OperationForm>
        )}
      </Dialog>
    </Page>
  );
}

function amountOf(text: unknown): number | string | null {
  const digits = String(text ?? '').replaceAll(/[\s,]/g, '');
  if (digits === '') return null;
  return /^\d+$/.test(digits) ? Number(digits) : digits;
}
