import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Switch } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';

interface Location {
  id: string;
  name: string;
  isDefault: boolean;
  active: boolean;
}

export const meta = () => [{ title: 'Locations · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data } = await ask<{ data: Location[] }>(args, 'locations.list');
  return { locations: data, may: mayRun(args, 'locations.create', 'locations.update') };
}

export { PageError as ErrorBoundary };

export default function Locations() {
  const { locations, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Location | 'new' | null>(null);
  return (
    <Page title="Locations" about="Places where stock lies: a shop, a store room, a warehouse." width="narrow" crumbs={[{ label: 'Inventory', to: '/inventory' }]} actions={may['locations.create'] && <Button kind="primary" onClick={() => setEditing('new')}>Add location</Button>}>
      <Card padding="none">
        {locations.length === 0 && <p className="p-5 text-ink-2">The first location is made with the first stock.</p>}
        <ul className="divide-y divide-line">
          {locations.map((location) => (
            <li key={location.id} className="flex items-center gap-3 px-5 py-3">
              <span className="min-w-0 flex-1 truncate font-medium">{location.name}</span>
              {location.isDefault && <Badge tone="accent">Default</Badge>}
              {!location.active && <Badge>Off</Badge>}
              {may['locations.update'] && <Button size="small" aria-label={`Change ${location.name}`} onClick={() => setEditing(location)}>Change</Button>}
            </li>
          ))}
        </ul>
      </Card>
      <Dialog title={editing === 'new' ? 'Add location' : 'Change location'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <LocationForm location={editing === 'new' ? undefined : editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function LocationForm({ location, onDone }: { location: Location | undefined; onDone(): void }) {
  return (
    <OperationForm operation={location ? 'locations.update' : 'locations.create'} input={location ? { id: location.id } : {}} submit={location ? 'Save' : 'Add'} done={location ? 'Location saved' : 'Location added'} onDone={onDone} cancel={<Button onClick={onDone}>Cancel</Button>}>
      <Field label="Name" name="name" required><Input name="name" defaultValue={location?.name} maxLength={100} autoFocus /></Field>
      {location && !location.isDefault && <Switch name="active" label="In use" description="Stock of a location that is off cannot be sold." defaultChecked={location.active} />}
    </OperationForm>
  );
}
