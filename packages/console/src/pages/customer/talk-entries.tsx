import { Link } from '@tanstack/react-router';
import type { EntryOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { FACTS, FOLLOW_UP_STANDINGS } from '../../words/customer-terms.ts';

/** What was said, by whom, and what was read from it. */
export function MessageEntry({ message }: { message: EntryOf<'message'>['message'] }) {
  const { say } = useLanguage();
  const { direction, text, recalled_at, in_group, pruned, facts } = message;
  const who = { in: w.saidByThem, out: w.saidByUs, unknown: w.saidBySomebody }[direction];
  return (
    <>
      <span className="muted small">
        {say(who)} {in_group && say(w.inGroup)}
      </span>
      <p className={`said ${direction}`}>
        {recalled_at === null
          ? (text ?? <span className="muted">{say(pruned ? w.pruned : w.noWords)}</span>)
          : say(w.recalled)}
      </p>
      {facts.length > 0 && (
        <p className="small">
          <span className="muted">{say(w.readFrom)}</span>{' '}
          {facts.map(({ kind, value, taken }) => (
            <span key={`${kind}${value}`} className={`tag ${taken ? 'good' : ''}`}>
              {say(FACTS[kind]) || kind} {value}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** What a conversation became in the ERP. */
export function FollowUpEntry({ followUp }: { followUp: EntryOf<'follow_up'>['follow_up'] }) {
  const { say } = useLanguage();
  const { standing, summary, text, why, next, kind_words } = followUp;
  const isForPeople = standing === 'doubtful' || standing === 'parked' || standing === 'held';
  const tone = standing === 'sent' || standing === 'there' ? 'good' : isForPeople ? 'warn' : '';
  return (
    <>
      <strong>{say(w.followUp, { kind: say(kind_words) })}</strong>{' '}
      <span className={`tag ${tone}`}>{say(FOLLOW_UP_STANDINGS[standing])}</span> <span>{summary}</span>
      {why && (
        <p>
          {say(why)} {say(next)}
        </p>
      )}
      <details className="small">
        <summary>{say(w.followUpText)}</summary>
        <blockquote className="quote">{text}</blockquote>
      </details>
      {isForPeople && (
        <Link to="/desk" search={{ kind: 'follow_up', item: `follow_up-${followUp.id}` }}>
          {say(w.answer)}
        </Link>
      )}
    </>
  );
}

export function MergeEntry({ merge }: { merge: EntryOf<'merge'>['merge'] }) {
  const { say } = useLanguage();
  return <span>{say(w.merged, { name: merge.merged_name, by: merge.merged_by })}</span>;
}
