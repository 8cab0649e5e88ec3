import { Button } from 'antd';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { rulesWords as w } from '../../words/rules.ts';
import { bodyOf, type Draft, withNewRule } from './draft.ts';
import { Faults } from './faults.tsx';
import { RuleForm } from './rule-form.tsx';
import { Steps } from './steps.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  draft: Draft;
  change(draft: Draft): void;
  leave(): void;
}

/** All rules of a draft; one is open. Checked as it is typed; the steps to make it live stand at the end. */
export function Editor({ draft, change, leave }: Props) {
  const { say } = useLanguage();
  const facts = useAsk('rules.facts');
  const rules = useSettled(bodyOf(draft));
  const check = useCheck(rules);
  const wordsOf = (name: string) => check.data?.rules.find((rule) => rule.rule_name === name)?.words ?? null;
  return (
    <>
      <section className="card stack">
        <div className="row between">
          <h2>{say(w.draft)}</h2>
          <Button onClick={leave}>{say(w.discard)}</Button>
        </div>
        {draft.rules.map(({ id, rule }) =>
          id === draft.open ? (
            <RuleForm
              key={id}
              id={id}
              rule={rule}
              draft={draft}
              change={change}
              words={wordsOf(rule.rule_name)}
            >
              <Faults faults={check.data?.faults.filter((fault) => fault.rule === rule.rule_name) ?? []} />
            </RuleForm>
          ) : (
            <div key={id} className={`row between ${rule.is_active === false ? 'rule-off' : ''}`}>
              <span>{say(wordsOf(rule.rule_name)) || rule.rule_name}</span>
              <Button onClick={() => change({ ...draft, open: id })}>{say(w.edit)}</Button>
            </div>
          ),
        )}
        <div>
          <Button onClick={() => change(withNewRule(draft, w.newName.en))}>{say(w.add)}</Button>
        </div>
        <details>
          <summary>{say(w.facts)}</summary>
          <ul className="columns small">
            {facts.data?.facts.map(({ name, words }) => (
              <li key={name}>
                <code>{name}</code> {say(words)}
              </li>
            ))}
          </ul>
        </details>
      </section>
      <Steps rules={rules} check={check} leave={leave} />
    </>
  );
}
