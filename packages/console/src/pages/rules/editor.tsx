import { Button } from 'antd';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { rulesWords as w } from '../../words/rules.ts';
import { Discard } from './discard.tsx';
import { bodyOf, type DraftRule, inOrder, type Shown, withNewRule } from './draft.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleLine } from './rule-line.tsx';
import { Steps } from './steps.tsx';
import { useCheck } from './use-check.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  shown: Shown;
  /** The short name of the rule to open. */
  open: string;
  kept: KeptDrafts;
  leave(): void;
  wasActivated(version: number): void;
}

/** All rules of a draft; one is open. Checked as it is typed; the steps to make it live stand at the end. */
export function Editor({ shown, open, kept, leave, wasActivated }: Props) {
  const { say, language } = useLanguage();
  const facts = useAsk('rules.facts');
  const { base, draft, wasFound, isUnsaved, change, wasSaved, drop } = useDraft(shown, open, kept);
  const body = bodyOf(draft);
  const rules = useSettled(body);
  const check = useCheck(rules);
  const isChecked = !check.isPlaceholderData && JSON.stringify(rules) === JSON.stringify(body);
  const checked = ({ rule }: DraftRule) => check.data?.rules.find((one) => one.rule_name === rule.rule_name);
  const order = inOrder(draft).rules.map(({ id }) => id);
  const titleOf = (one: DraftRule) =>
    (typeof one.rule.description === 'object' && one.rule.description[language]) ||
    say(checked(one)?.description) ||
    one.rule.rule_conditions;
  const discard = () => {
    drop();
    leave();
  };
  return (
    <>
      <section className="card stack">
        <div className="row between">
          <h2>{say(w.draft)}</h2>
          {isUnsaved ? <Discard discard={discard} /> : <Button onClick={leave}>{say(w.back)}</Button>}
        </div>
        {wasFound && isUnsaved && (
          <p className="remark warn" role="status">
            {say(w.unsaved)}
          </p>
        )}
        <p className="muted small">{say(w.orderLead)}</p>
        <div className="stack">
          {draft.rules.map((one) =>
            one.id === draft.open ? (
              <RuleForm
                key={one.id}
                place={order.indexOf(one.id)}
                one={one}
                draft={draft}
                change={change}
                titleOf={titleOf}
                faults={check.data?.faults.filter((fault) => fault.rule === one.rule.rule_name) ?? []}
                isChecked={isChecked}
              />
            ) : (
              <RuleLine
                key={one.id}
                place={order.indexOf(one.id)}
                title={titleOf(one)}
                one={one}
                asks={checked(one)?.asks ?? null}
                count={base.rules.find(({ rule_name }) => rule_name === one.was)?.match_count ?? null}
                edit={() => change({ ...inOrder(draft), open: one.id })}
              />
            ),
          )}
        </div>
        <div>
          <Button onClick={() => change(withNewRule(draft))}>{say(w.add)}</Button>
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
      <Steps
        rules={rules}
        note={draft.note}
        setNote={(note) => change({ ...draft, note })}
        check={check}
        nameOf={(name) => {
          const one = draft.rules.find(({ rule }) => rule.rule_name === name);
          return one ? titleOf(one) : say(w.noneFits);
        }}
        wasSaved={wasSaved}
        wasActivated={wasActivated}
      />
    </>
  );
}
