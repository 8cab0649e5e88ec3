import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../api/queries.ts';
import { useRight, useSession } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { rulesWords as w } from '../../words/rules.ts';
import { Editor } from './editor.tsx';
import { keptDraftsOf } from './kept-drafts.ts';
import { KeptLines } from './kept-lines.tsx';
import { RuleTable } from './rule-table.tsx';
import { Versions } from './versions.tsx';
import './rules.css';

export function RulesPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const { version, edit } = useSearch({ from: '/rules' });
  const navigate = useNavigate({ from: '/rules' });
  const [activated, setActivated] = useState<number | null>(null);
  const mayEdit = useRight('rules.edit') !== null;
  const kept = keptDraftsOf(useSession().data?.user?.name ?? '');
  const rules = useAsk('rules.show', { query: version === undefined ? {} : { version } });
  const active = useAsk('rules.versions').data?.versions.find(({ is_active }) => is_active)?.version;
  const look = (other: number | undefined) => void navigate({ search: other ? { version: other } : {} });
  const wasActivated = (now: number) => {
    setActivated(now);
    look(undefined);
  };
  const isEditing = mayEdit && edit !== undefined;
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      <Loaded query={rules}>
        {(shown) =>
          isEditing ? (
            <Editor
              shown={shown}
              open={edit}
              kept={kept}
              leave={() => look(version)}
              wasActivated={wasActivated}
            />
          ) : (
            <>
              {mayEdit && (
                <KeptLines
                  kept={kept}
                  goOn={(of) =>
                    void navigate({
                      search: of === shown.version ? { version, edit: '' } : { version: of, edit: '' },
                    })
                  }
                />
              )}
              <RuleTable
                shown={shown}
                isInForce={version === undefined || version === active}
                activated={activated}
                edit={mayEdit ? (name) => void navigate({ search: { version, edit: name } }) : null}
              />
            </>
          )
        }
      </Loaded>
      {!isEditing && <Versions look={look} mayEdit={mayEdit} wasActivated={wasActivated} />}
    </div>
  );
}
