import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import type { Mail, Order } from './order-shape.ts';

/** A mail as it was sent, and once more if need be. */
export function MailSheet({ mail, mayResend, ...props }: SheetProps & { mail: Mail | undefined; mayResend: boolean }) {
  return <OrderSheet title={mail?.subject ?? 'Mail'} about={mail && `To ${mail.to}`} {...props}>{(order) => mail && <Letter order={order} mail={mail} mayResend={mayResend} onClose={props.onClose} />}</OrderSheet>;
}

function Letter({ order, mail, mayResend, onClose }: { order: Order; mail: Mail; mayResend: boolean; onClose(): void }) {
  const [to, setTo] = useState(mail.to);
  const resend = useOperation<{ to: string }>('orders.resend-mail', { done: (answer) => `Sent again to ${answer.to}`, onDone: onClose });
  return (
    <div className="flex flex-col gap-4">
      {/* A frame without rights: what stands in a mail runs no script and reaches nothing of the page. */}
      <iframe title={`Mail: ${mail.subject}`} sandbox="" srcDoc={mail.html} className="h-96 w-full rounded-lg border border-line bg-white" />
      {mayResend && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); void resend.run({ id: order.id, mailId: mail.id, to }); }}>
          <FieldErrors value={resend.fields}><Field label="Send again to" name="to"><Input type="email" value={to} onChange={(event) => setTo(event.target.value)} autoComplete="off" /></Field></FieldErrors>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
            <Button type="submit" kind="primary" pending={resend.pending}>Send again</Button>
          </DialogActions>
        </form>
      )}
    </div>
  );
}
