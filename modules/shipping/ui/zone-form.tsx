import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Zone } from './shipping-shape.ts';

/** Name and places of a zone. */
export function ZoneForm({ zone, onClose }: { zone: Zone | undefined; onClose(): void }) {
  const [name, setName] = useState(zone?.name ?? '');
  const [places, setPlaces] = useState<string[]>(zone?.places ?? []);
  const save = useOperation(zone ? 'shipping.update-zone' : 'shipping.create-zone', { done: 'Zone saved', onDone: onClose });
  const input = { ...(zone && { id: zone.id, position: zone.position }), name, places };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save.run(input); }} className="flex flex-col gap-4">
      <FieldErrors value={save.fields}>
        <Field label="Name" name="name" required><Input value={name} onChange={(event) => setName(event.target.value)} maxLength={100} placeholder="Domestic" autoFocus /></Field>
        <Field label="Places" name="places" description="Country codes like AU, regions like US-CA, or * for everywhere else." required><TagsInput value={places} onChange={(next) => setPlaces(next.map((place) => place.toUpperCase()))} placeholder="AU, NZ" /></Field>
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}
