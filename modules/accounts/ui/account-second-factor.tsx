import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { toast } from '#ui/toast.tsx';
import { AccountForm } from './account-form.tsx';
import { askAuth, callAuth } from './ask-auth.ts';

interface Started {
  totpURI: string;
  backupCodes: string[];
  qr: { size: number; path: string };
}

type Doing = 'start' | 'scan' | 'codes' | 'new-codes' | 'off' | null;

/** The code of an authenticator app besides the password. */
export function SecondFactorCard({ on }: { on: boolean }) {
  const [doing, setDoing] = useState<Doing>(null);
  const [started, setStarted] = useState<Started>();
  const { revalidate } = useRevalidator();
  const close = () => { setDoing(null); setStarted(undefined); void revalidate(); };
  return (
    <Card title="Second factor" about="A code of an authenticator app, asked for after the password." actions={<Badge tone={on ? 'good' : 'plain'}>{on ? 'On' : 'Off'}</Badge>}>
      {on ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setDoing('new-codes')}>New backup codes</Button>
          <Button onClick={() => setDoing('off')} className="text-bad">Switch off</Button>
        </div>
      ) : (
        <Button kind="primary" onClick={() => setDoing('start')}>Set up</Button>
      )}
      <StartDialog open={doing === 'start'} onClose={close} onStarted={(next) => { setStarted(next); setDoing('scan'); }} />
      {started && <ScanDialog open={doing === 'scan'} started={started} onClose={close} onDone={() => setDoing('codes')} />}
      {started && <CodesDialog open={doing === 'codes'} codes={started.backupCodes} onClose={close} />}
      <NewCodesDialog open={doing === 'new-codes'} onClose={close} onMade={(backupCodes) => { setStarted({ backupCodes, totpURI: '', qr: { size: 0, path: '' } }); setDoing('codes'); }} />
      <OffDialog open={doing === 'off'} onClose={close} />
    </Card>
  );
}

interface Step {
  open: boolean;
  onClose(): void;
}

function PasswordField() {
  return <Field label="Your password" name="password"><PasswordInput name="password" autoComplete="current-password" required autoFocus /></Field>;
}

function StartDialog({ open, onClose, onStarted }: Step & { onStarted(started: Started): void }) {
  async function send({ password }: Record<string, string>) {
    const outcome = await callAuth<Started>('/two-factor/enable', { password });
    if (outcome.ok) onStarted(outcome.answer);
    return outcome.ok ? undefined : outcome.sentence;
  }
  return (
    <Dialog title="Set up the second factor" about="First show that it is you." open={open} onOpenChange={(next) => !next && onClose()}>
      <AccountForm submit="Go on" kind="primary" send={send} cancel={<Button onClick={onClose}>Cancel</Button>}><PasswordField /></AccountForm>
    </Dialog>
  );
}

function ScanDialog({ open, started, onClose, onDone }: Step & { started: Started; onDone(): void }) {
  const secret = new URL(started.totpURI || 'otpauth://totp/x').searchParams.get('secret') ?? '';
  async function send({ code = '' }: Record<string, string>) {
    const refused = await askAuth('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
    if (!refused) onDone();
    return refused;
  }
  return (
    <Dialog title="Scan this with your app" about="Any authenticator app will do. Then type the six figures it shows." open={open} onOpenChange={(next) => !next && onClose()}>
      <div className="flex flex-col gap-4">
        <svg role="img" aria-label="QR code for your authenticator app" viewBox={`-2 -2 ${started.qr.size + 4} ${started.qr.size + 4}`} className="mx-auto size-48 rounded-lg bg-white"><path d={started.qr.path} fill="#000" shapeRendering="crispEdges" /></svg>
        <details className="text-[13px] text-ink-2"><summary className="cursor-pointer">The camera does not work?</summary><div className="mt-2"><Copyable value={secret} what="the key" /></div></details>
        <AccountForm submit="Switch on" kind="primary" send={send} cancel={<Button onClick={onClose}>Cancel</Button>}>
          <Field label="Code" name="code"><Input name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,7}" required autoFocus className="figures tracking-widest" /></Field>
        </AccountForm>
      </div>
    </Dialog>
  );
}

function CodesDialog({ open, codes, onClose }: Step & { codes: string[] }) {
  return (
    <Dialog title="Your backup codes" about="Each opens your account once when your phone is not at hand. Keep them where you keep other important papers; they are not shown again." open={open} onOpenChange={(next) => !next && onClose()}>
      <ul aria-label="Backup codes" className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-control border border-line bg-sunken p-3 font-mono text-[13px]">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <DialogActions>
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast.done('Copied'))}>Copy</Button>
        <Button kind="primary" onClick={onClose}>I have kept them</Button>
      </DialogActions>
    </Dialog>
  );
}

function NewCodesDialog({ open, onClose, onMade }: Step & { onMade(codes: string[]): void }) {
  async function send({ password }: Record<string, string>) {
    const outcome = await callAuth<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password });
    if (outcome.ok) onMade(outcome.answer.backupCodes);
    return outcome.ok ? undefined : outcome.sentence;
  }
  return (
    <Dialog title="New backup codes" about="The old ones stop working." open={open} onOpenChange={(next) => !next && onClose()}>
      <AccountForm submit="Make new codes" kind="primary" send={send} cancel={<Button onClick={onClose}>Cancel</Button>}><PasswordField /></AccountForm>
    </Dialog>
  );
}

function OffDialog({ open, onClose }: Step) {
  async function send({ password }: Record<string, string>) {
    const refused = await askAuth('/two-factor/disable', { password });
    if (!refused) { toast.done('Second factor is off'); onClose(); }
    return refused;
  }
  return (
    <Dialog title="Switch the second factor off?" about="Then your password alone opens your account. Workspaces that ask for a second factor stay shut until you set one up again." open={open} onOpenChange={(next) => !next && onClose()}>
      <AccountForm submit="Switch off" kind="danger" send={send} cancel={<Button onClick={onClose}>Cancel</Button>}><PasswordField /></AccountForm>
    </Dialog>
  );
}
