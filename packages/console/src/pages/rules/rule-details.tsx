import { Input } from 'antd';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { RULE_TYPES, rulesWords as w } from '../../words/rules.ts';
import type { RuleDraft } from './draft.ts';

const CONFIDENCES = [1, 0.9, 0.8, 0.75, 0.7, 0.6, 0.5, 0];

/** What most people leave as it is. */
export function RuleDetails({ rule, set }: { rule: RuleDraft; set(part: Partial<RuleDraft>): void }) {
  const { say } = useLanguage();
  const { confidence = 0 } = rule;
  const numbers = typeof confidence === 'number' ? [...new Set([confidence, ...CONFIDENCES])] : CONFIDENCES;
  return (
    <details>
      <summary>{say(w.more)}</summary>
      <div className="columns">
        <Field label={say(w.type)} help={say(w.typeHelp)}>
          {(tied) => (
            <select
              {...tied}
              className="select"
              value={rule.rule_type}
              onChange={(event) => set({ rule_type: event.target.value })}
            >
              {Object.entries(RULE_TYPES).map(([type, words]) => (
                <option key={type} value={type}>
                  {say(words)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(w.confidence)} help={say(w.confidenceHelp)}>
          {(tied) => (
            <select
              {...tied}
              className="select"
              value={String(confidence)}
              onChange={({ target: { value } }) =>
                set({ confidence: value === 'quality' ? value : Number(value) })
              }
            >
              <option value="quality">{say(w.byQuality)}</option>
              {numbers
                .sort((a, b) => b - a)
                .map((number) => (
                  <option key={number} value={String(number)}>
                    {number}
                  </option>
                ))}
            </select>
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
      </div>
    </details>
  );
}
