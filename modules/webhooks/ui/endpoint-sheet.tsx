import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions, Sheet } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Endpoint, EventWord } from './endpoint-shape.ts';
import { EventChoice } from './event-choice.tsx';

/** A new endpoint as it was answered. */
export interface Made {
  id: string;
  url: string;
  secret: string;
}

interface Props {
  /** The endpoint to change; a new one without. */
  endpoint?: Pick<Endpoint, 'id' | 'url' | 'description' | 'events'>;
  events: readonly EventWord[];
  open: boolean;
  onClose(): void;
  /** A new endpoint and the secret that is shown once. */
  onMade?(made: Made): void;
}

/** Address, description and events of an endpoint. */
export function EndpointSheet({ open, ...props }: Props) {
  return (
    <Sheet title={props.endpoint ? 'Edit endpoint' : 'Add endpoint'} open={open} onOpenChange={(next) => !next && props.onClose()}>
      {open && <EndpointForm {...props} />}
    </Sheet>
  );
}

function EndpointForm({ endpoint, events, onClose, onMade }: Omit<Props, 'open'>) {
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [chosen, setChosen] = useState(endpoint && endpoint.events.length > 0 ? endpoint.events : null);
  const save = useOperation<Made>(endpoint ? 'webhooks.update-endpoint' : 'webhooks.create-endpoint', {
    ...(endpoint && { done: 'Endpoint saved' }),
    onDone: (answer) => (onMade && !endpoint ? onMade(answer) : onClose()),
    onRefused: (_code, _sentence, details) => details['fields'] !== undefined,
  });
  const nothing = chosen !== null && chosen.length === 0;
  const send = () => save.run({ ...(endpoint && { id: endpoint.id }), url, description, events: chosen ?? [] });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (!nothing) void send(); }} className="flex flex-col gap-5">
      <FieldErrors value={save.fields}>
        <Field label="Address" name="url" required description="Takes POST requests and answers with a 2xx status within 15 seconds."><Input type="url" inputMode="url" value={url} onChange={(event) => setUrl(event.target.value)} placeholder="https://erp.example.com/quickdash" autoComplete="off" spellCheck={false} autoFocus={!endpoint} /></Field>
        <Field label="Description" name="description" optional><Input value={description} maxLength={200} onChange={(event) => setDescription(event.target.value)} placeholder="Orders for the warehouse program" /></Field>
      </FieldErrors>
      <EventChoice all={events} chosen={chosen} onChange={setChosen} />
      <DialogActions>
        {nothing && <p className="mr-auto self-center text-[13px] text-ink-3">Tick at least one event.</p>}
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending} disabled={nothing || url.trim() === ''}>{endpoint ? 'Save' : 'Add endpoint'}</Button>
      </DialogActions>
    </form>
  );
}
