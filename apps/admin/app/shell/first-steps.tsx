import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { askApi } from '#ui/ask-api.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Link } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { ShellData } from './shell-data.ts';

export interface Step {
  key: string;
  label: string;
  about: string;
  to: string;
  done: boolean;
}

const HINT = 'first-steps';

/** On the home of a workspace that has not sold yet: what is still to do, until everything is done or somebody has seen enough. */
export function FirstSteps({ shell, known }: { shell: ShellData; known: Step[] | undefined }) {
  const [steps, setSteps] = useState(known ?? []);
  const [away, setAway] = useState(false);
  const dismissing = useOperation('hints.dismiss');
  const dismissed = away || shell.arrangement.dismissed.includes(HINT);
  useEffect(() => {
    if (!dismissed) void askApi<{ steps: Step[] }>('/first-steps', shell.workspace.id).then((answer) => answer && setSteps(answer.steps));
  }, [dismissed, shell.workspace.id]);
  const open = steps.filter((step) => !step.done);
  const [whole, setWhole] = useState<boolean>();
  if (dismissed || open.length === 0) return null;
  const unfolded = whole ?? open.length >= steps.length / 2;
  const hide = () => { setAway(true); void dismissing.run({ hint: HINT }); };
  return (
    <aside aria-labelledby="first-steps" className="mx-auto w-full max-w-[1440px] px-4 pt-4 sm:px-6 lg:px-8">
      <div className="max-w-[1120px] rounded-card border border-line bg-surface px-4 py-2 shadow-card sm:px-5">
        <div className="flex items-center gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 py-1">
            <h2 id="first-steps" className="font-semibold">First steps <span className="font-normal text-ink-3">· {steps.length - open.length} of {steps.length} done</span></h2>
            {!unfolded && <p className="min-w-0 text-ink-2">Next: <Link to={open[0]!.to} className="font-medium text-accent-text hover:underline">{open[0]!.label}</Link></p>}
          </div>
          <Button kind="quiet" size="small" aria-expanded={unfolded} onClick={() => setWhole(!unfolded)}>{unfolded ? 'Fold' : 'Show all'}</Button>
          <IconButton label="Hide the first steps" size="small" className="-mr-2" onClick={hide}><X aria-hidden className="size-4" /></IconButton>
        </div>
        {unfolded && <Steps steps={steps} />}
      </div>
    </aside>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <div className="pb-2">
      <ol className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-2">{steps.map((step) => <Line key={step.key} step={step} />)}</ol>
      <p className="mt-3 text-[13px] text-ink-2">Mail, files, domain and the rest: <Link to="/setup" className="font-medium text-accent-text hover:underline">setup guides</Link></p>
    </div>
  );
}

function Line({ step }: { step: Step }) {
  return (
    <li className="flex min-w-0 items-start gap-3 py-1.5">
      <span aria-hidden className={cx('mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border', step.done ? 'border-transparent bg-good-soft text-good' : 'border-edge')}>{step.done && <Check className="size-3.5" />}</span>
      <span className="min-w-0">
        {step.done ? <span className="text-ink-3 line-through">{step.label}</span> : <Link to={step.to} className="font-medium hover:text-accent-text hover:underline">{step.label}</Link>}
        {step.done && <span className="sr-only"> (done)</span>}
        {!step.done && <span className="block text-[13px] text-ink-3">{step.about}</span>}
      </span>
    </li>
  );
}
