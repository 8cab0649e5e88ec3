import { Input } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { erpWords as w } from '../../words/erp.ts';

/** One endpoint: its document, and a form to try it. What writes is only shown, never sent from here. */
export function Entry({ call }: { call: string }) {
  const { language, say } = useLanguage();
  const entry = useAsk('catalogue.show', { params: { entry: call } });
  const mayTry = useRight('catalogue.try') !== null;
  return (
    <div className="remark">
      <Loaded query={entry}>
        {(shown) => (
          <>
            <p>
              <code>{shown.path}</code>{' '}
              <a href={`/docs/zhibang${language === 'zh' ? '' : '/en'}`}>{say(w.document)}</a>
            </p>
            {mayTry && <Try entry={shown} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Try({ entry }: { entry: AnswerOf<'catalogue.show'> }) {
  const { say } = useLanguage();
  const [text, setText] = useState('{}');
  const attempt = useDo('catalogue.try');
  const params = parsed(text);
  const send = (dry_run: boolean) =>
    params && attempt.mutate({ params: { entry: entry.call }, body: { params, dry_run } });
  return (
    <>
      <Field label={say(w.params)}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            autoSize
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {params === null && <p className="bad">{say(w.notJson)}</p>}
      <div className="acts">
        <Act
          name={say(w.dryRun)}
          effect={say(w.dryRunEffect)}
          disabled={!params}
          onClick={() => send(true)}
        />
        {entry.writes ? (
          <p className="muted">{say(w.noWriteHere)}</p>
        ) : (
          <Act
            name={say(w.try)}
            effect={say(w.tryEffect)}
            disabled={!params}
            isBusy={attempt.isPending}
            onClick={() => send(false)}
          />
        )}
      </div>
      {attempt.error && <Failed error={attempt.error} />}
      {attempt.data && (
        <>
          <h3>{say(w.answer)}</h3>
          <pre className="answer">{JSON.stringify(attempt.data, null, 2)}</pre>
        </>
      )}
    </>
  );
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
