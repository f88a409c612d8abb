import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX, TargetedInputEvent } from 'preact';
import { SearchIcon } from '../parts/icons.tsx';

export interface Suggestion {
  href: string;
  title: string;
  /** A price, or nothing. */
  says: string;
  image?: string;
}

/** What the suggestions are: products, categories, what others searched for. */
export interface SuggestionGroup {
  name: string;
  found: Suggestion[];
}

interface Props {
  action: string;
  typed: string;
  /** What the visitor wrote before this program came. */
  written?: string;
}

/** The search field of every page. With scripts it proposes things while typing; the form works either way. */
export function SearchBox({ action, typed, written = typed }: Props): JSX.Element {
  const [words, setWords] = useState(written);
  const [chosen, setChosen] = useState(-1);
  const [groups, setGroups] = useSuggestions(action, words, typed);
  const all = groups.flatMap((group) => group.found);
  const close = (): void => {
    setGroups([]);
    setChosen(-1);
  };
  const steer = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && all.length > 0) {
      event.preventDefault();
      close();
    }
    if (event.key === 'Enter' && all[chosen]) {
      event.preventDefault();
      location.assign(all[chosen].href);
    }
    if (!step || all.length === 0) return;
    event.preventDefault();
    setChosen((at) => (at + step + 1 + all.length + 1) % (all.length + 1) - 1);
  };
  const type = (event: TargetedInputEvent<HTMLInputElement>): void => {
    setWords(event.currentTarget.value);
    setChosen(-1);
  };
  const state: object = { 'aria-expanded': all.length > 0, 'aria-activedescendant': chosen >= 0 ? `found-${chosen}` : undefined };
  return (
    <search class="search">
      <form action={action} onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && close()}>
        <input {...SEARCH_FIELD} {...state} value={words} onInput={type} onKeyDown={steer} />
        <button aria-label="Search"><SearchIcon /></button>
        <Found groups={groups} chosen={chosen} />
        <p class="hush" role="status">{all.length > 0 && `${all.length} suggestions`}</p>
      </form>
    </search>
  );
}

// A combobox whose list is drawn by us: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
const SEARCH_FIELD: object = {
  type: 'search', name: 'q', placeholder: 'Search', autocomplete: 'off', enterkeyhint: 'search',
  role: 'combobox', 'aria-label': 'Search products', 'aria-autocomplete': 'list', 'aria-controls': 'found',
};

function Found({ groups, chosen }: { groups: SuggestionGroup[]; chosen: number }): JSX.Element {
  let place = 0;
  return (
    <div id="found" role="listbox" aria-label="Suggestions" hidden={groups.length === 0}>
      {groups.map((group, g) => (
        <div role="group" aria-labelledby={`found-group-${g}`} key={group.name}>
          <p id={`found-group-${g}`} role="presentation">{group.name}</p>
          {group.found.map((each) => <Option each={each} at={place++} chosen={chosen} key={each.href} />)}
        </div>
      ))}
    </div>
  );
}

function Option({ each, at, chosen }: { each: Suggestion; at: number; chosen: number }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === chosen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={place} class="option" role="option" tabIndex={-1} id={`found-${at}`} aria-selected={at === chosen} onPointerDown={(event) => event.preventDefault()} onClick={() => location.assign(each.href)}>
      {each.image && <img src={each.image} alt="" width={40} height={40} loading="lazy" />}
      <span>{each.title}</span> <span>{each.says}</span>
    </div>
  );
}

const PAUSE_MS = 120;

function useSuggestions(action: string, words: string, typed: string): [SuggestionGroup[], (found: SuggestionGroup[]) => void] {
  const [found, setFound] = useState<SuggestionGroup[]>([]);
  const first = useRef(true);
  useEffect(() => {
    if (first.current && words === typed) return void (first.current = false);
    if (words.trim().length < 2) return setFound([]);
    const stale = new AbortController();
    const timer = setTimeout(() => suggestions(action, words, stale.signal).then(setFound, () => undefined), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [words]);
  return [found, setFound];
}

async function suggestions(action: string, words: string, signal: AbortSignal): Promise<SuggestionGroup[]> {
  const answer = await fetch(`${action}/suggestions?q=${encodeURIComponent(words)}`, { signal });
  return answer.ok ? ((await answer.json()) as { data: SuggestionGroup[] }).data : [];
}
