import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ConfirmByName } from '#ui/confirm-by-name.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { bytesInWords } from './bytes.ts';

interface Contents {
  rows: Record<string, number>;
  deleteAfter: string | null;
  deletionAskedBy: string | null;
}

interface ExportRow {
  id: string;
  createdAt: string;
  askedBy: string;
  state: string;
  bytes: number | null;
  expiresAt: string | null;
}

interface Usage {
  files: number;
  bytes: number;
  byKind: { kind: string; files: number; bytes: number }[];
}

export const meta = () => [{ title: 'Data and ownership · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [workspace, contents, exports, usage, members] = await Promise.all([
    ask<{ id: string; name: string }>(args, 'workspace.settings'),
    askIfAllowed<Contents>(args, 'workspace.contents'),
    askIfAllowed<{ data: ExportRow[] }>(args, 'workspace.exports', { limit: 10 }),
    ask<Usage>(args, 'files.usage'),
    askIfAllowed<{ data: { id: string; name: string; email: string; role: string; suspendedAt: string | null }[] }>(args, 'members.list', { limit: 250 }),
  ]);
  return { workspace, contents, exports: exports?.data, usage, members: (members?.data ?? []).filter((each) => !each.suspendedAt), may: mayRun(args, 'workspace.export') };
}

export { PageError as ErrorBoundary };

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function WorkspaceLife() {
  const data = useLoaderData<typeof loader>();
  return (
    <Columns
      main={
        <>
          {data.contents?.deleteAfter && <Doomed workspace={data.workspace} contents={data.contents} />}
          {data.exports && <Exports exports={data.exports} may={data.may['workspace.export'] === true} />}
          <Ownership data={data} />
          {data.contents && !data.contents.deleteAfter && <Delete workspace={data.workspace} contents={data.contents} />}
        </>
      }
      side={<FilesCard usage={data.usage} />}
    />
  );
}

function Doomed({ workspace, contents }: { workspace: Data['workspace']; contents: Contents }) {
  const keep = useOperation('workspaces.cancel-deletion', { done: 'The workspace is kept' });
  return (
    <section role="status" className="rounded-card bg-bad-soft p-4 text-bad sm:p-5">
      <p className="font-semibold">This workspace is going to be deleted</p>
      <p className="mt-1 mb-3">{contents.deletionAskedBy ?? 'An owner'} asked for it. Its shops are closed. Everything is deleted after <DateTime at={contents.deleteAfter} as="long" />.</p>
      <Button pending={keep.pending} onClick={() => void keep.run({ id: workspace.id })}>Keep the workspace</Button>
    </section>
  );
}

function Exports({ exports, may }: { exports: readonly ExportRow[]; may: boolean }) {
  const start = useOperation('workspace.export', { done: 'We are making the archive and mail you when it is ready' });
  const download = useOperation<{ url: string }>('workspace.download-export', { onDone: ({ url }) => location.assign(url) });
  return (
    <Card title="Take all data home" about="Every table as JSON lines and every file, in one archive. Secrets stay out." actions={may && <Button size="small" pending={start.pending} onClick={() => void start.run({})}>Make an archive</Button>}>
      {exports.length === 0 ? <p className="text-ink-3">No archive yet.</p> : (
        <ul className="flex flex-col gap-2.5">
          {exports.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-44"><DateTime at={each.createdAt} /> <span className="text-ink-3">by {each.askedBy}</span></span>
              {each.bytes !== null && <span className="figures text-[13px] text-ink-3">{bytesInWords(each.bytes)}</span>}
              {each.state === 'ready' && each.expiresAt ? <span className="text-[13px] text-ink-3">until <DateTime at={each.expiresAt} /></span> : <StatusBadge status={each.state} />}
              {each.state === 'ready' && <Button size="small" icon={<Download aria-hidden className="size-4" />} aria-label="Download the archive" pending={download.pending} onClick={() => void download.run({ id: each.id })}>Download</Button>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Ownership({ data: { workspace, members } }: { data: Data }) {
  const [doing, setDoing] = useState<'leave' | 'hand over'>();
  const leave = useOperation('workspaces.leave', { onDone: () => location.assign('/admin') });
  const close = () => setDoing(undefined);
  return (
    <Card title="Ownership">
      <div className="flex flex-col gap-4">
        <Row about="Another member becomes owner; you stay as administrator. Only an owner can do this."><Button onClick={() => setDoing('hand over')}>Hand over…</Button></Row>
        <Row about="You lose access at once. An owner can invite you again."><Button onClick={() => setDoing('leave')}>Leave…</Button></Row>
      </div>
      <Dialog title={`Hand “${workspace.name}” over`} about="They decide about everything from then on." open={doing === 'hand over'} onOpenChange={(open) => !open && close()}>
        <OperationForm operation="workspaces.transfer" input={{ id: workspace.id }} submit="Hand over" kind="danger" done="The workspace is handed over" onDone={close} cancel={<Button onClick={close}>Cancel</Button>}>
          <Field label="To" name="memberId"><Select name="memberId" options={members.filter((each) => each.role !== 'owner').map((each) => ({ value: each.id, label: `${each.name} (${each.email})` }))} /></Field>
        </OperationForm>
      </Dialog>
      <ConfirmDialog title={`Leave “${workspace.name}”?`} confirm="Leave" open={doing === 'leave'} onOpenChange={(open) => !open && close()} onConfirm={() => leave.run({ id: workspace.id })}>Your personal API tokens stop working too. The last owner cannot leave.</ConfirmDialog>
    </Card>
  );
}

function Row({ about, children }: { about: string; children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-between gap-3"><p className="min-w-0 flex-1 basis-60 text-ink-2">{about}</p>{children}</div>;
}

const number = new Intl.NumberFormat('en-AU');
const COUNTED: [table: string, word: string][] = [['orders', 'orders'], ['products', 'products'], ['customers', 'customers'], ['storefronts', 'storefronts'], ['members', 'members'], ['files', 'files']];

function Delete({ workspace, contents }: { workspace: Data['workspace']; contents: Contents }) {
  const [asking, setAsking] = useState(false);
  const [sure, setSure] = useState(false);
  const ask = useOperation('workspaces.ask-deletion', { done: 'The workspace is going to be deleted in 14 days' });
  return (
    <Card title="Delete this workspace" about="For owners. Everything goes after 14 days; until then it can be called off.">
      <Button onClick={() => setAsking(true)} className="text-bad">Delete workspace…</Button>
      <ConfirmByName title={`Delete “${workspace.name}”?`} name={workspace.name} confirm="Delete workspace" open={asking} onOpenChange={setAsking} onConfirm={() => ask.run({ id: workspace.id, name: workspace.name, sure })}>
        <ul className="mb-3 list-disc space-y-1 pl-5">
          <li>All shops close at once.</li>
          <li>After 14 days these are deleted for ever: {COUNTED.map(([table, word]) => `${number.format(contents.rows[table] ?? 0)} ${word}`).join(', ')}, and everything else.</li>
          <li>All owners get a mail now, and one when it is done.</li>
        </ul>
        <Checkbox label="I have taken the data home, or do not need it" checked={sure} onChange={(event) => setSure(event.target.checked)} />
      </ConfirmByName>
    </Card>
  );
}

function FilesCard({ usage }: { usage: Usage }) {
  const facts = usage.byKind.map((each) => [each.kind.charAt(0).toUpperCase() + each.kind.slice(1), `${bytesInWords(each.bytes)} in ${number.format(each.files)}`] as const);
  return (
    <Card title="Space for files" actions={<Badge>{bytesInWords(usage.bytes)}</Badge>}>
      {usage.files === 0 ? <p className="text-ink-3">No file is stored yet.</p> : <Facts facts={facts} />}
    </Card>
  );
}
