import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';

type Trial = AnswerOf<'rules.test'>;

/** Who would change side, with names; where nobody would, why. */
export function Difference({ trial, nameOf }: { trial: Trial; nameOf(rule: string): string }) {
  const { say } = useLanguage();
  const kinds = [
    ['admitted', w.wouldEnter],
    ['dropped', w.wouldDrop],
    ['otherRule', w.otherRule],
  ] as const;
  const changesNobody = kinds.every(([kind]) => trial.counts[kind] === 0);
  return (
    <div className="remark" role="status">
      <h3>{say(w.tested, { count: trial.considered })}</h3>
      {changesNobody && (
        <p>
          <strong>{say(w.noChange)}</strong>
        </p>
      )}
      {trial.reach.map((reach) => (
        <Idle key={reach.rule} reach={reach} nameOf={nameOf} />
      ))}
      {!changesNobody &&
        kinds.map(([kind, words]) => (
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

/** Why a new or changed rule decides about nobody; nothing where it does. */
function Idle({ reach, nameOf }: { reach: Trial['reach'][number]; nameOf(rule: string): string }) {
  const { say } = useLanguage();
  const { rule, holds, before } = reach;
  const decidedBefore = before.reduce((sum, { count }) => sum + count, 0);
  if (decidedBefore < holds) return null;
  const others = before
    .map((other) => say(w.decider, { rule: nameOf(other.rule), count: other.count }))
    .join(say(w.listComma));
  return (
    <p>
      {holds === 0
        ? say(w.fitsNobody, { rule: nameOf(rule) })
        : say(w.decidedBefore, { rule: nameOf(rule), count: holds, others })}
    </p>
  );
}
