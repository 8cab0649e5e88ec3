import { useState } from 'react';
import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { rulesWords as w } from '../../words/rules.ts';
import { type Draft, draftOf } from './draft.ts';
import { Editor } from './editor.tsx';
import { RuleTable } from './rule-table.tsx';
import { Versions } from './versions.tsx';
import './rules.css';

export function RulesPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const [version, setVersion] = useState<number | undefined>();
  const [draft, setDraft] = useState<Draft | null>(null);
  const mayEdit = useRight('rules.edit') !== null;
  const rules = useAsk('rules.show', { query: version === undefined ? {} : { version } });
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      <Loaded query={rules}>
        {(shown) =>
          draft === null ? (
            <RuleTable
              shown={shown}
              isInForce={version === undefined}
              edit={mayEdit ? (name) => setDraft(draftOf(shown, name)) : null}
            />
          ) : (
            <Editor draft={draft} change={setDraft} leave={() => setDraft(null)} />
          )
        }
      </Loaded>
      {draft === null && <Versions look={setVersion} mayEdit={mayEdit} />}
    </div>
  );
}
