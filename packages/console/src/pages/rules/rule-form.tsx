import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import type { Words } from '../../words/words.ts';
import { type Draft, withoutRule, withRule } from './draft.ts';

interface Props {
  id: number;
  rule: Draft['rules'][number]['rule'];
  draft: Draft;
  change(draft: Draft): void;
  /** The rule in words, as the hub reads it. */
  words: Words | null;
  children: ReactNode;
}

export function RuleForm({ id, rule, draft, change, words, children }: Props) {
  const { say, language } = useLanguage();
  const set = (part: Partial<typeof rule>) => change(withRule(draft, id, part));
  const described = typeof rule.description === 'object' ? rule.description : { zh: '', en: '' };
  return (
    <div className="rule-open">
      <p>
        <strong>{say(words) || rule.rule_name}</strong>
      </p>
      <Field label={say(w.condition)} help={say(w.conditionHelp)}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            autoSize
            spellCheck={false}
            value={rule.rule_conditions}
            onChange={(event) => set({ rule_conditions: event.target.value })}
          />
        )}
      </Field>
      {children}
      <div className="columns">
        <Field label={say(w.action)}>
          {(tied) => (
            <select
              {...tied}
              className="select"
              value={rule.rule_action}
              onChange={(event) => set({ rule_action: event.target.value })}
            >
              <option value="CREATE">{say(w.admits)}</option>
              <option value="SKIP">{say(w.keepsOut)}</option>
            </select>
          )}
        </Field>
        <Field label={say(w.priority)}>
          {(tied) => (
            <Input
              {...tied}
              type="number"
              value={rule.rule_priority}
              onChange={(event) => set({ rule_priority: Number(event.target.value) })}
            />
          )}
        </Field>
        <Field label={say(w.ruleName)}>
          {(tied) => (
            <Input
              {...tied}
              value={rule.rule_name}
              onChange={(event) => set({ rule_name: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(w.description)}>
          {(tied) => (
            <Input
              {...tied}
              value={described[language]}
              onChange={(event) => set({ description: { ...described, [language]: event.target.value } })}
            />
          )}
        </Field>
      </div>
      <div className="row between">
        <label>
          <input
            type="checkbox"
            checked={rule.is_active !== false}
            onChange={(event) => set({ is_active: event.target.checked })}
          />{' '}
          {say(w.isActive)}
        </label>
        <span className="row">
          <Button danger onClick={() => change(withoutRule(draft, id))}>
            {say(w.remove)}
          </Button>
          <Button onClick={() => change({ ...draft, open: null })}>{say(w.close)}</Button>
        </span>
      </div>
    </div>
  );
}
