import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { curlSample, NODE_SAMPLE } from './code-samples.ts';

interface Props {
  secret: string | undefined;
  url: string;
  /** What stands above the secret. */
  title: string;
  onClose(): void;
}

/** A secret that was just made: shown once, with what a receiver does with it. */
export function SecretDialog({ secret, url, title, onClose }: Props) {
  return (
    <Dialog title={title} about="Copy the secret now; it is not shown again. A lost one can be replaced." size="large" open={secret !== undefined} onOpenChange={onClose}>
      {secret && <Copyable value={secret} what="the secret" />}
      <div className="mt-5"><Samples url={url} /></div>
      <DialogActions><Button kind="primary" onClick={onClose}>I have copied it</Button></DialogActions>
    </Dialog>
  );
}

/** How a receiver tells our messages from anybody else's. */
export function VerifyDialog({ url, open, onClose }: { url: string; open: boolean; onClose(): void }) {
  return (
    <Dialog title="Verify what comes" about="Deliveries are signed as Standard Webhooks; libraries exist for most languages." size="large" open={open} onOpenChange={onClose}>
      <Samples url={url} />
    </Dialog>
  );
}

function Samples({ url }: { url: string }) {
  return (
    <div className="flex flex-col gap-4">
      <section className="flex min-w-0 flex-col gap-1.5">
        <h3 className="text-[13px] font-medium">A receiver in Node</h3>
        <CodeBlock what="the receiver" text={NODE_SAMPLE} />
      </section>
      <section className="flex min-w-0 flex-col gap-1.5">
        <h3 className="text-[13px] font-medium">Try it from a shell</h3>
        <CodeBlock what="the request" text={curlSample(url)} />
      </section>
    </div>
  );
}
