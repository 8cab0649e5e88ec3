import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import { type Draft, type DraftRule, inOrder, type RuleDraft, withoutRule, withRule } from './draft.ts';
import { type Fault, Faults } from './faults.tsx';
import { PriorityField } from './priority-field.tsx';
import { RuleDetails } from './rule-details.tsx';
import { useStill } from './use-still.ts';

interface Props {
  /** Where it stands in the order, from 0. */
  place: number;
  one: DraftRule;
  draft: Draft;
  change(draft: Draft): void;
  titleOf(one: DraftRule): string;
  faults: readonly Fault[];
  /** The faults are those of the draft as it stands, not of a moment ago. */
  isChecked: boolean;
}

export function RuleForm({ place, one, draft, change, titleOf, faults, isChecked }: Props) {
  const { say, language } = useLanguage();
  const { id, rule } = one;
  const set = (part: Partial<RuleDraft>) => change(withRule(draft, id, part));
  const described = typeof rule.description === 'object' ? rule.description : { zh: '', en: '' };
  const replace = isChecked ? (meant: string) => set({ rule_conditions: meant }) : undefined;
  const meant = faults.find((fault) => fault.meant !== undefined)?.meant;
  const form = useRef<HTMLDivElement>(null);
  const { hold } = useStill(form, place);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="rule-open" ref={form} style={{ order: place }}>
      <p>
        <strong>{titleOf(one)}</strong>
      </p>
      <Field label={say(w.condition)} help={say(w.conditionHelp)}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            autoSize
            spellCheck={false}
            value={rule.rule_conditions}
            onChange={(event) => set({ rule_conditions: event.target.value })}
            onBlur={() => meant !== undefined && replace?.(meant)}
          />
        )}
      </Field>
      <Faults faults={faults} replace={replace} />
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
        <PriorityField
          one={one}
          draft={draft}
          set={(rule_priority) => {
            hold();
            set({ rule_priority });
          }}
          titleOf={titleOf}
        />
        <Field label={say(w.description)} help={say(w.descriptionHelp)}>
          {(tied) => (
            <Input
              {...tied}
              value={described[language]}
              placeholder={titleOf(one)}
              onChange={(event) => set({ description: { ...described, [language]: event.target.value } })}
            />
          )}
        </Field>
      </div>
      <RuleDetails rule={rule} set={set} />
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
          <Button onClick={() => change({ ...inOrder(draft), open: null })}>{say(w.close)}</Button>
        </span>
      </div>
    </div>
  );
}
