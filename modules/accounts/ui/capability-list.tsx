import { inWords } from '#ui/badge.tsx';
import { Checkbox } from '#ui/choice.tsx';

export interface Capability {
  name: string;
  says: string;
}

/** Permissions grouped by what they are about, as boxes to tick. */
export function CapabilityList({ all, chosen, onChange }: { all: readonly Capability[]; chosen: readonly string[]; onChange(next: string[]): void }) {
  const groups = Map.groupBy(all, (capability) => capability.name.split(':')[0]!);
  const toggle = (name: string) => onChange(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {[...groups].map(([group, capabilities]) => (
        <fieldset key={group} className="flex flex-col gap-2">
          <legend className="mb-1 text-[13px] font-medium">{inWords(group)}</legend>
          {capabilities.map((capability) => <Checkbox key={capability.name} label={capability.says} checked={chosen.includes(capability.name)} onChange={() => toggle(capability.name)} />)}
        </fieldset>
      ))}
    </div>
  );
}
