import { useCallback, useState } from 'react';
import { useNavigate, useParams, useRevalidator } from 'react-router';
import { useWorkspacePath } from './link.tsx';
import { sendOperation, type Outcome } from './send-operation.ts';
import { toast } from './toast.tsx';

interface Options<A> {
  /** Said when it worked. */
  done?: string | ((answer: A) => string);
  /** Where to go then, inside the workspace. */
  goTo?: string | ((answer: A) => string | undefined);
  onDone?(answer: A): void;
  /** Takes care of a refusal itself; true = it is not shown as a toast. */
  onRefused?(code: string, sentence: string, details: Record<string, unknown>): boolean;
}

export interface Running<A> {
  /** Runs it; resolves to the answer, or undefined after a refusal, which has then been shown. */
  run(input: unknown): Promise<A | undefined>;
  pending: boolean;
  fields: Record<string, string>;
  sentence: string | undefined;
}

const none = { fields: {}, sentence: undefined };

/** Runs an operation by name from a button or an editor: pending, refusal, toast, fresh data, next page. */
export function useOperation<A = unknown>(operation: string, options: Options<A> = {}): Running<A> {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<{ fields: Record<string, string>; sentence: string | undefined }>(none);
  const { workspace } = useParams();
  const finish = useFinish(options);

  const run = async (input: unknown) => {
    setPending(true);
    const outcome = await sendTwice(addressOf(operation, workspace), input);
    setRefused(outcome.ok ? none : outcome);
    if (outcome.ok) await finish(outcome.answer as A);
    else if (!options.onRefused?.(outcome.code, outcome.sentence, outcome.details)) toast.refused(outcome.sentence);
    setPending(false);
    return outcome.ok ? (outcome.answer as A) : undefined;
  };
  return { run, pending, ...refused };
}

function addressOf(operation: string, workspace: string | undefined): string {
  if (operation.startsWith('super.')) return `/admin/super/do/${operation}`;
  return workspace ? `/admin/w/${workspace}/do/${operation}` : `/admin/do/${operation}`;
}

// One silent second try after a lost connection; the key makes it safe.
async function sendTwice(address: string, input: unknown): Promise<Outcome> {
  const key = crypto.randomUUID();
  const first = await sendOperation(address, input, key);
  return !first.ok && first.code === 'unreachable' ? sendOperation(address, input, key) : first;
}

function useFinish<A>({ done, goTo, onDone }: Options<A>): (answer: A) => Promise<void> {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const inWorkspace = useWorkspacePath();
  return useCallback(
    async (answer) => {
      const to = typeof goTo === 'function' ? goTo(answer) : goTo;
      const text = typeof done === 'function' ? done(answer) : done;
      if (text) toast.done(text);
      onDone?.(answer);
      await (to ? navigate(inWorkspace(to)) : revalidate());
    },
    [done, goTo, onDone, navigate, revalidate, inWorkspace],
  );
}
