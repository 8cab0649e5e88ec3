import { Button, Input } from 'antd';
import { useDo } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import { Difference } from './difference.tsx';
import type { RuleDraft } from './draft.ts';
import { Faults } from './faults.tsx';
import type { Check } from './use-check.ts';

interface Props {
  rules: RuleDraft[];
  /** What changed, for colleagues. */
  note: string;
  setNote(note: string): void;
  check: Check;
  /** What a rule is called in an office, by its short name. */
  nameOf(rule: string): string;
  wasSaved(): void;
  wasActivated(version: number): void;
}

/** From a draft to what is in force: try, keep, put in force. Each says what it does; a changed draft begins anew. */
export function Steps({ rules, note, setNote, check, nameOf, wasSaved, wasActivated }: Props) {
  const { say } = useLanguage();
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
            onClick={() => save.mutate({ body: { rules, note } }, { onSuccess: wasSaved })}
          >
            {say(w.save)}
          </Button>
          <p className="muted small">
            {saved !== null
              ? say(w.saved, { version: saved })
              : say(!isTested ? w.testFirst : note.trim() === '' ? w.noteFirst : w.saveEffect)}
          </p>
        </div>
        <div>
          <Button
            type="primary"
            disabled={saved === null}
            loading={activate.isPending}
            onClick={() =>
              saved &&
              activate.mutate({ params: { version: saved } }, { onSuccess: () => wasActivated(saved) })
            }
          >
            {say(w.activate, { version: saved ?? '…' })}
          </Button>
          <p className="muted small">{say(saved === null ? w.saveFirst : w.activateEffect)}</p>
        </div>
      </div>
      {isTested && test.data && <Difference trial={test.data} nameOf={nameOf} />}
    </section>
  );
}
