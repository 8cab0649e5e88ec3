import { Button } from 'antd';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import type { Words } from '../../words/words.ts';
import type { DraftRule } from './draft.ts';

interface Props {
  /** Where it stands in the order, from 0. */
  place: number;
  title: string;
  one: DraftRule;
  /** The condition in words; null: it is not right yet. */
  asks: Words | null;
  /** Customers that it decided about, in the version that the draft began with. */
  count: number | null;
  edit(): void;
}

/** A rule of the draft that is not open. */
export function RuleLine({ place, title, one: { rule }, asks, count, edit }: Props) {
  const { say } = useLanguage();
  const said = say(asks) || rule.rule_conditions;
  return (
    <div style={{ order: place }} className={`row between ${rule.is_active === false ? 'rule-off' : ''}`}>
      <span>
        <span className="tag" title={say(w.priority)}>
          {rule.rule_priority}
        </span>{' '}
        <span className={`tag ${rule.rule_action === 'CREATE' ? 'good' : ''}`}>
          {say(rule.rule_action === 'CREATE' ? w.admits : w.keepsOut)}
        </span>{' '}
        <strong>{title}</strong>
        <br />
        <span className="muted small">
          {[said === title ? '' : said, count === null ? '' : say(w.decidedCount, { count })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Button onClick={edit}>{say(w.edit)}</Button>
    </div>
  );
}
