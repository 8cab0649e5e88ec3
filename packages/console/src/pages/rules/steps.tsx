import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import type { bodyOf } from './draft.ts';
import { Faults } from './faults.tsx';
import type { Check } from './use-check.ts';

interface Props {
  rules: ReturnType<typeof bodyOf>;
  check: Check;
  leave(): void;
}

/** From a draft to what is in force: try, keep, put in force. Each says what it does; a changed draft begins anew. */
export function Steps({ rules, check, leave }: Props) {
  const { say } = useLanguage();
  const [note, setNote] = useState('');
  const test = useDo('rules.test');
  const save = useDo('rules.save');
  const activate = useDo('rules.activate');
  const key = JSON.stringify(rules);
  const isTested = test.data !== undefined && JSON.stringify(test.variables?.body.rules) === key;
  const saved = save.data && JSON.stringify(save.variables?.body.rules) === key ? save.data.version : null;
  const faults = check.data?.faults ?? [];
  const isCorrect = check.data !== undefined && faults.length === 0 && !check.isFetching;
  const error = test.error ?? save.error ?? activate.error;
  return (
    <section className="card stack">
      {check.data && (
        <p className={isCorrect ? 'good' : 'bad'} role="status">
          {isCorrect ? say(w.correct) : say(w.faults, { count: faults.length })}
        </p>
      )}
      <Faults faults={faults.filter(({ rule }) => rule === null)} />
      {error && <Failed error={error} />}
      <div className="steps">
        <div>
          <Button
            type={isTested ? 'default' : 'primary'}
            disabled={!isCorrect}
            loading={test.isPending}
            onClick={() => test.mutate({ body: { rules } })}
          >
            {say(w.test)}
          </Button>
          <p className="muted small">{say(w.testEffect)}</p>
        </div>
        <div>
          <Input
            aria-label={say(w.note)}
            placeholder={say(w.note)}
            value={note}
            disabled={!isTested}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            disabled={!isTested || note.trim() === '' || saved !== null}
            loading={save.isPending}
            onClick={() => save.mutate({ body: { rules, note } })}
          >
            {say(w.save)}
          </Button>
          <p className="muted small">{say(w.saveEffect)}</p>
        </div>
        <div>
          <Button
            type="primary"
            disabled={saved === null}
            loading={activate.isPending}
            onClick={() => saved && activate.mutate({ params: { version: saved } }, { onSuccess: leave })}
          >
            {say(w.activate, { version: saved ?? '…' })}
          </Button>
          <p className="muted small">{say(w.activateEffect)}</p>
        </div>
      </div>
      {isTested && test.data && <Difference trial={test.data} />}
    </section>
  );
}

function Difference({ trial }: { trial: AnswerOf<'rules.test'> }) {
  const { say } = useLanguage();
  const kinds = [
    ['admitted', w.wouldEnter],
    ['dropped', w.wouldDrop],
    ['otherRule', w.otherRule],
  ] as const;
  return (
    <div className="remark" role="status">
      <h3>{say(w.tested, { count: trial.considered })}</h3>
      {kinds.map(([kind, words]) => (
        <p key={kind}>
          {say(words)} <strong>{say(w.people, { count: trial.counts[kind] })}</strong>{' '}
          {trial.names[kind].map(({ id, name }) => (
            <Link key={id} to="/customers/$id" params={{ id: String(id) }} className="beside">
              {name}
            </Link>
          ))}
        </p>
      ))}
      <p className="muted small">{say(w.unchanged, { same: trial.same, linked: trial.linked })}</p>
    </div>
  );
}
