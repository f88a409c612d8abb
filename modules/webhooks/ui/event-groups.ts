import { inWords } from '#ui/badge.tsx';
import type { EventWord } from './endpoint-shape.ts';

export interface EventGroup {
  noun: string;
  label: string;
  events: EventWord[];
}

/** Events by what they are about, those that have all the words that are looked for. */
export function groupEvents(all: readonly EventWord[], sought = ''): EventGroup[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, says }: EventWord) => words.every((word) => `${name} ${says}`.toLowerCase().includes(word));
  const groups = Map.groupBy(all.filter(fits), ({ name }) => name.slice(0, name.lastIndexOf('.')));
  return [...groups].map(([noun, events]) => ({ noun, label: inWords(noun), events })).toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Ticks all of them, or none when all were ticked. */
export function toggled(chosen: readonly string[], names: readonly string[]): string[] {
  const all = names.every((name) => chosen.includes(name));
  return all ? chosen.filter((name) => !names.includes(name)) : [...new Set([...chosen, ...names])];
}
