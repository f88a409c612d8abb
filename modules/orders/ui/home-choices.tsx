import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { comparisons, homeKeys, ranges } from './home-range.ts';
import type { HomeFigures } from './home-shape.ts';

export interface Storefront {
  id: string;
  name: string;
}

/** Which days, against what, in which currency, of which storefront: all of it in the address. */
export function HomeChoices({ figures, storefronts }: { figures: HomeFigures; storefronts: readonly Storefront[] }) {
  const [asked, ask] = useQueryStates(homeKeys, { shallow: false, history: 'push' });
  return (
    <div role="group" aria-label="What the figures show" className="flex flex-wrap items-center gap-2 max-sm:w-full">
      {storefronts.length > 1 && <Choice label="Storefront" value={asked.storefront} onChoose={(storefront) => void ask({ storefront: storefront || null })} options={[{ value: '', label: 'All storefronts' }, ...storefronts.map((each) => ({ value: each.id, label: each.name }))]} />}
      {figures.currencies.length > 1 && <Choice label="Currency" value={figures.currency} onChoose={(currency) => void ask({ currency: currency === figures.currencies[0] ? null : currency })} options={figures.currencies.map((each) => ({ value: each, label: each }))} />}
      <Choice label="Time range" value={asked.range} options={ranges} onChoose={(range) => void ask(range === 'custom' ? { range: 'custom', from: figures.from, to: figures.to } : { range: range as 'today', from: null, to: null })} />
      <Choice label="Comparison" value={asked.compare} options={comparisons} onChoose={(compare) => void ask({ compare: compare as 'year' })} />
      {asked.range === 'custom' && <CustomDays key={`${figures.from} ${figures.to}`} figures={figures} onAsk={(from, to) => void ask({ from, to })} />}
    </div>
  );
}

function Choice({ label, value, options, onChoose }: { label: string; value: string; options: readonly { value: string; label: string }[]; onChoose(value: string): void }) {
  return <Select aria-label={label} value={value} options={options} onChange={(event) => onChoose(event.target.value)} className="max-sm:min-w-0 max-sm:flex-1 max-sm:basis-36" />;
}

function CustomDays({ figures, onAsk }: { figures: HomeFigures; onAsk(from: string, to: string): void }) {
  const [days, setDays] = useState({ from: figures.from, to: figures.to });
  const backwards = days.from > days.to;
  return (
    <form className="flex flex-wrap items-center gap-2 max-sm:w-full" onSubmit={(event) => { event.preventDefault(); if (!backwards && days.from && days.to) onAsk(days.from, days.to); }}>
      <Input type="date" aria-label="First day" required value={days.from} max={days.to} onChange={(event) => setDays({ ...days, from: event.target.value })} className="max-sm:min-w-0 max-sm:flex-1 sm:w-40" />
      <Input type="date" aria-label="Last day" required value={days.to} min={days.from} onChange={(event) => setDays({ ...days, to: event.target.value })} className="max-sm:min-w-0 max-sm:flex-1 sm:w-40" />
      <Button type="submit" disabled={backwards}>Show</Button>
    </form>
  );
}
