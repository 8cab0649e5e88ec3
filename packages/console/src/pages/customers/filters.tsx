import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useRuleNames } from '../../api/rule-names.ts';
import { useLanguage } from '../../parts/language.tsx';
import { STAGES } from '../../words/customer-terms.ts';
import { TODAY, customersWords as w } from '../../words/customers.ts';
import type { Words } from '../../words/words.ts';
import { SavedViews } from './saved-views.tsx';
import { asPreset, type CustomersSearch, type Preset, presetOf } from './search.ts';

const PRESET_WORDS: Record<Preset, Words> = {
  all: w.viewAll,
  inside: w.viewInside,
  outside: w.viewOutside,
  failed: w.viewFailed,
  quote: w.viewQuote,
  high: w.viewHigh,
  poor: w.viewPoor,
  gone: w.viewGone,
};

const SORT_WORDS: Record<NonNullable<CustomersSearch['sort']>, Words> = {
  updated: w.sortUpdated,
  last_contact: w.sortContact,
  quality: w.sortQuality,
  intent: w.sortIntent,
  id: w.sortId,
};

/** Typing searches by itself once the hand rests. */
const REST_MS = 300;

interface Props {
  search: CustomersSearch;
  change(part: CustomersSearch): void;
  /** Shows exactly this. */
  open(search: CustomersSearch): void;
}

export function Filters({ search, change, open }: Props) {
  const { say } = useLanguage();
  const nameOf = useRuleNames();
  const isFiltered = Object.keys(search).some((key) => key !== 'sort');
  return (
    <div className="stack" style={{ gap: '0.6rem' }}>
      <SearchBox search={search} change={change} />
      <div className="row between">
        <fieldset className="chips">
          <legend className="visually-hidden">{say(w.views)}</legend>
          {(Object.keys(PRESET_WORDS) as Preset[]).map((preset) => (
            <button
              key={preset}
              type="button"
              className="chip"
              aria-pressed={presetOf(search) === preset}
              onClick={() => change(asPreset(preset))}
            >
              {say(PRESET_WORDS[preset])}
            </button>
          ))}
        </fieldset>
        <div className="row">
          <Choice
            label={say(w.stage)}
            value={search.stage ?? ''}
            options={[
              ['', say(w.viewAll)],
              ...Object.entries(STAGES).map(([key, words]) => [key, say(words)] as const),
            ]}
            choose={(stage) => change({ stage: (stage || undefined) as CustomersSearch['stage'] })}
          />
          <Choice
            label={say(w.sort)}
            value={search.sort ?? 'updated'}
            options={Object.entries(SORT_WORDS).map(([key, words]) => [key, say(words)] as const)}
            choose={(sort) => change({ sort: sort as CustomersSearch['sort'] })}
          />
          {search.rule && <span className="tag">{say(w.byRule, { rule: nameOf(search.rule) })}</span>}
          {search.today && <span className="tag">{say(TODAY[search.today])}</span>}
          {isFiltered && (
            <Button type="link" onClick={() => open({})}>
              {say(w.clear)}
            </Button>
          )}
        </div>
      </div>
      <SavedViews search={search} open={open} />
    </div>
  );
}

function SearchBox({ search, change }: Omit<Props, 'open'>) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(search.q ?? '');
  const [isComposing, setComposing] = useState(false);
  const asked = search.q ?? '';
  // What was typed here comes back in the address, without its blanks: only what comes from elsewhere is put into the field.
  const own = useRef(asked);
  useEffect(() => {
    if (own.current !== asked) setTyped(asked);
    own.current = asked;
  }, [asked]);
  useEffect(() => {
    const wanted = typed.trim();
    // Half a syllable of pinyin is no word yet.
    if (isComposing || wanted === asked) return;
    const timer = setTimeout(() => {
      own.current = wanted;
      change({ q: wanted || undefined });
    }, REST_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      type="search"
      size="large"
      allowClear
      aria-label={say(w.searchLabel)}
      placeholder={say(w.search)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  choose(value: string): void;
}) {
  return (
    <label className="choice">
      <span className="muted small">{props.label}</span>
      <select value={props.value} onChange={(event) => props.choose(event.target.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
