import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { CapabilityList, type Capability } from './capability-list.tsx';
import { LimitsFields, unlimited, type Limits, type Places } from './limits-fields.tsx';

interface Props {
  capabilities: readonly Capability[];
  places: Places;
  onMade(answer: { token: string | null }): void;
  onClose(): void;
}

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'Never' },
];

/** Name, life and permissions of a new token. */
export function TokenForm({ capabilities, places, onMade, onClose }: Props) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<string[]>([]);
  const [limits, setLimits] = useState<Limits>(unlimited);
  const create = useOperation<{ token: string | null }>('tokens.create', { onDone: onMade });
  const input = { name, scopes, ...limits, ...(days && { expiresInDays: Number(days) }) };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void create.run(input); }} className="flex flex-col gap-5">
      <FieldErrors value={create.fields}>
        <FieldRow>
          <Field label="Name" name="name" required><Input value={name} onChange={(event) => setName(event.target.value)} placeholder="Accounting export" maxLength={80} autoFocus /></Field>
          <Field label="Expires" name="expiresInDays"><Select value={days} onChange={(event) => setDays(event.target.value)} options={lives} /></Field>
        </FieldRow>
      </FieldErrors>
      <CapabilityList all={capabilities} chosen={scopes} onChange={setScopes} />
      <LimitsFields places={places} value={limits} onChange={setLimits} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={create.pending} disabled={scopes.length === 0}>Add token</Button>
      </DialogActions>
    </form>
  );
}
