import * as Radix from '@radix-ui/react-tabs';
import { useQueryState, parseAsStringLiteral } from 'nuqs';
import type { ReactNode } from 'react';

interface Tab {
  value: string;
  label: ReactNode;
  content: ReactNode;
}

/** Panels of one record, one at a time. The open one stands in the address as `?tab=`. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const first = tabs[0]!.value;
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs.map((each) => each.value)).withDefault(first));
  return (
    <Radix.Root value={tab} onValueChange={(value) => void setTab(value)} className="flex flex-col gap-5">
      <Radix.List aria-label={label} className="-mx-4 flex gap-1 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
        {tabs.map((each) => (
          <Radix.Trigger key={each.value} value={each.value} className="-mb-px shrink-0 rounded-t-md border-b-2 border-transparent px-3 py-2.5 font-medium sm:py-2 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent-text data-[state=active]:text-ink">
            {each.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((each) => (
        <Radix.Content key={each.value} value={each.value} className="flex flex-col gap-5 rounded-lg">
          {each.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
