import { Input } from 'antd';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import { type Draft, type DraftRule, inOrder } from './draft.ts';

interface Props {
  one: DraftRule;
  draft: Draft;
  set(priority: number): void;
  titleOf(one: DraftRule): string;
}

/** The number that orders the rules, and where it puts this one. */
export function PriorityField({ one, draft, set, titleOf }: Props) {
  const { say } = useLanguage();
  const { rules } = inOrder(draft);
  const at = rules.findIndex(({ id }) => id === one.id);
  const before = rules[at - 1];
  const equal = rules.filter(
    ({ id, rule }) => id !== one.id && rule.rule_priority === one.rule.rule_priority,
  );
  const help = [
    say(w.priorityHelp),
    before ? say(w.place, { place: at + 1, before: titleOf(before) }) : say(w.placeFirst),
    ...(equal.length > 0 ? [say(w.tied, { others: equal.map(titleOf).join(say(w.quoteComma)) })] : []),
  ];
  return (
    <Field
      label={say(w.priority)}
      help={help.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    >
      {(tied) => (
        <Input
          {...tied}
          type="number"
          value={one.rule.rule_priority}
          onChange={(event) => set(Math.round(Number(event.target.value)))}
        />
      )}
    </Field>
  );
}
