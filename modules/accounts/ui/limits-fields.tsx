import { Checkbox } from '#ui/choice.tsx';

export interface Place {
  id: string;
  name: string;
}

/** Storefronts and locations somebody may be limited to. */
export interface Places {
  storefronts: readonly Place[];
  locations: readonly Place[];
}

export interface Limits {
  storefronts: string[] | null;
  locations: string[] | null;
}

export const unlimited: Limits = { storefronts: null, locations: null };

interface Props {
  places: Places;
  value: Limits;
  onChange(next: Limits): void;
}

/** Everything, or only some storefronts and locations. Nothing ticked means everything. */
export function LimitsFields({ places, value, onChange }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PlaceList label="Storefronts" all="All storefronts" places={places.storefronts} chosen={value.storefronts ?? []} onChange={(storefronts) => onChange({ ...value, storefronts: storefronts.length > 0 ? storefronts : null })} />
      <PlaceList label="Stock locations" all="All locations" places={places.locations} chosen={value.locations ?? []} onChange={(locations) => onChange({ ...value, locations: locations.length > 0 ? locations : null })} />
      {(value.storefronts || value.locations) && <p className="text-[13px] text-ink-3 sm:col-span-2">Limited people see and change nothing elsewhere. They do not steer the workspace: no people, API tokens, settings or audit log.</p>}
    </div>
  );
}

function PlaceList({ label, all, places, chosen, onChange }: { label: string; all: string; places: readonly Place[]; chosen: readonly string[]; onChange(next: string[]): void }) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-[13px] font-medium">{label}</legend>
      <Checkbox label={all} checked={chosen.length === 0} onChange={() => onChange([])} />
      <div className="flex max-h-40 flex-col gap-2 overflow-y-auto p-0.5">
        {places.map((place) => <Checkbox key={place.id} label={<span className="block truncate">{place.name}</span>} checked={chosen.includes(place.id)} onChange={() => toggle(place.id)} />)}
      </div>
    </fieldset>
  );
}

/** "2 storefronts, 1 location"; nothing when there is no limit. */
export function limitsInWords({ storefronts, locations }: Limits): string {
  const count = (ids: string[] | null, one: string) => (ids ? [`${ids.length} ${one}${ids.length === 1 ? '' : 's'}`] : []);
  return [...count(storefronts, 'storefront'), ...count(locations, 'location')].join(', ');
}
