import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX, TargetedInputEvent } from 'preact';
import { SearchIcon } from '../parts/icons.tsx';

export interface Suggestion {
  href: string;
  title: string;
  says: string;
}

interface Props {
  action: string;
  typed: string;
}

/** The search field of every page. With scripts it proposes products while typing; the form works either way. */
export function SearchBox({ action, typed }: Props): JSX.Element {
  const [words, setWords] = useState(typed);
  const [chosen, setChosen] = useState(-1);
  const [found, setFound] = useSuggestions(action, words, typed);
  const open = found.length > 0;
  const steer = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') setFound([]);
    if (event.key === 'Enter' && found[chosen]) {
      event.preventDefault();
      location.assign(found[chosen].href);
    }
    if (!step || !open) return;
    event.preventDefault();
    setChosen((at) => (at + step + 1 + found.length + 1) % (found.length + 1) - 1);
  };
  const type = (event: TargetedInputEvent<HTMLInputElement>): void => {
    setWords(event.currentTarget.value);
    setChosen(-1);
  };
  const state: object = { 'aria-expanded': open, 'aria-activedescendant': chosen >= 0 ? `found-${chosen}` : undefined };
  return (
    <search class="search">
      <form action={action} onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setFound([])}>
        <input {...SEARCH_FIELD} {...state} value={words} onInput={type} onKeyDown={steer} />
        <button aria-label="Search"><SearchIcon /></button>
        <Found found={found} chosen={chosen} />
      </form>
    </search>
  );
}

// A combobox whose list is drawn by us: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
const SEARCH_FIELD: object = {
  type: 'search', name: 'q', placeholder: 'Search', autocomplete: 'off', enterkeyhint: 'search',
  role: 'combobox', 'aria-label': 'Search products', 'aria-autocomplete': 'list', 'aria-controls': 'found',
};

function Found({ found, chosen }: { found: Suggestion[]; chosen: number }): JSX.Element {
  return (
    <ul id="found" role="listbox" aria-label="Suggestions" hidden={found.length === 0}>
      {found.map((each, i) => (
        <li role="option" id={`found-${i}`} aria-selected={i === chosen} key={each.href} onPointerDown={() => location.assign(each.href)}>
          {each.title} <span>{each.says}</span>
        </li>
      ))}
    </ul>
  );
}

const PAUSE_MS = 120;

function useSuggestions(action: string, words: string, typed: string): [Suggestion[], (found: Suggestion[]) => void] {
  const [found, setFound] = useState<Suggestion[]>([]);
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

async function suggestions(action: string, words: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(`${action}/suggestions?q=${encodeURIComponent(words)}`, { signal });
  return answer.ok ? ((await answer.json()) as { data: Suggestion[] }).data : [];
}
