import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import type { Shown } from './draft.ts';

interface Props {
  shown: Shown;
  isInForce: boolean;
  /** The version that was put in force just now. */
  activated: number | null;
  /** Null: this person may only look. */
  edit: ((name: string) => void) | null;
}

/** The rules as sentences, in the order in which they are asked. */
export function RuleTable({ shown, isInForce, activated, edit }: Props) {
  const { say } = useLanguage();
  const version = shown.version ?? 0;
  const unruled = useAsk('rules.unruled', { query: { version } }, { enabled: version > 0 }).data;
  const others = unruled
    ? ([
        ['default', w.noneFits, unruled.default],
        ['floor', w.belowFloor, unruled.floor],
      ] as const)
    : [];
  const isFresh =
    unruled?.default === 0 && unruled.floor === 0 && shown.rules.every(({ match_count }) => !match_count);
  return (
    <section className="card">
      <h2>{say(isInForce ? w.inForce : w.old, { version: shown.version ?? 0 })}</h2>
      {isInForce && activated === shown.version && (
        <p className="remark good" role="status">
          {say(isFresh ? w.activatedFresh : w.activated, { version })}
        </p>
      )}
      {isInForce && activated !== shown.version && isFresh && <p className="muted">{say(w.fresh)}</p>}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(w.rule)}</th>
            <th scope="col" className="number">
              {say(w.decided)}
            </th>
            <th scope="col" className="number">
              {say(w.became)}
            </th>
            {edit && <td />}
          </tr>
        </thead>
        <tbody>
          {shown.rules.map((rule) => (
            <tr key={rule.rule_name} className={rule.is_active ? '' : 'rule-off'}>
              <td>
                <span>
                  <span className={`tag ${rule.rule_action === 'CREATE' ? 'good' : ''}`}>
                    {say(rule.rule_action === 'CREATE' ? w.admits : w.keepsOut)}
                  </span>{' '}
                  {!rule.is_active && <span className="tag">{say(w.off)}</span>}{' '}
                  <strong>{say(rule.description) || rule.rule_name}</strong>
                  <br />
                  <span className="muted small">{say(rule.asks)}</span>
                </span>
              </td>
              <td className="number" data-name={say(w.decided)}>
                {rule.match_count !== null && (
                  <Link to="/customers" search={{ rule: rule.rule_name }} title={say(w.who)}>
                    {say(w.people, { count: rule.match_count })}
                  </Link>
                )}
              </td>
              <td className="number" data-name={say(w.became)}>
                {rule.success_count !== null && say(w.people, { count: rule.success_count })}
              </td>
              {edit && (
                <td>
                  <Button onClick={() => edit(rule.rule_name)}>{say(w.edit)}</Button>
                </td>
              )}
            </tr>
          ))}
          {others.map(
            ([rule, words, count]) =>
              (rule === 'default' || count > 0) && (
                <tr key={rule}>
                  <td>
                    <span>
                      <span className="tag">{say(w.keepsOut)}</span> <strong>{say(words)}</strong>
                    </span>
                  </td>
                  <td className="number" data-name={say(w.decided)}>
                    <Link to="/customers" search={{ rule }} title={say(w.who)}>
                      {say(w.people, { count })}
                    </Link>
                  </td>
                  <td className="number" data-name={say(w.became)}>
                    {say(w.people, { count: 0 })}
                  </td>
                  {edit && <td />}
                </tr>
              ),
          )}
        </tbody>
      </table>
    </section>
  );
}
