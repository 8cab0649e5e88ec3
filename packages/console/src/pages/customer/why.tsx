import type { CustomerPage } from '@bangqiao/api';
import { useRuleNames } from '../../api/rule-names.ts';
import { Copy } from '../../parts/copy.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';

type Decision = NonNullable<CustomerPage['decision']>;

/** The answer to "why": a sentence, what is missing and what to ask, and what the rule saw. */
export function Why({ page: { standing, decision, customer } }: { page: CustomerPage }) {
  const { say } = useLanguage();
  const nameOf = useRuleNames();
  // The hub names a rule by its short name; an office knows it by its description.
  const inWords = (text: string, made: Decision | null) =>
    made === null ? text : text.replaceAll(made.rule, `「${nameOf(made.rule)}」`);
  const isOutside = customer.erp_customer_id === null && customer.erp_contact_of === null;
  return (
    <section className="card" aria-labelledby="why">
      <h2 id="why">{say(w.why)}</h2>
      <p className="standing">{inWords(say(standing), decision)}</p>
      {decision === null && isOutside && <p className="muted">{say(w.notDecided)}</p>}
      {decision && isOutside && <MissingThings decision={decision} />}
      {decision && <Reasons decision={decision} />}
    </section>
  );
}

function MissingThings({ decision }: { decision: Decision }) {
  const { language, say } = useLanguage();
  const nameOf = useRuleNames();
  const question = questionOf(decision, language);
  const nearest = decision.missing[0]?.rule;
  const needed = decision.missing.filter(({ rule }) => rule === nearest);
  return (
    <>
      {nearest && (
        <p>
          <strong>{say(w.missing)}</strong>
          {language === 'zh' ? '：' : ': '}
          {needed.map((one) => one[language]).join(language === 'zh' ? '；' : '; ')}{' '}
          <span className="muted small">{say(w.wayOf, { rule: nameOf(nearest) })}</span>
        </p>
      )}
      {question && (
        <div className="remark question">
          <span>
            <strong>{say(w.asked)}</strong>
            <br />
            {question}
          </span>
          <Copy text={quoted(question)} />
        </div>
      )}
    </>
  );
}

function Reasons({ decision }: { decision: Decision }) {
  const { language, say } = useLanguage();
  return (
    <details>
      <summary>{say(w.allReasons)}</summary>
      <p className="muted small">
        {say(w.decidedAt, { version: decision.rule_set_version })} <Time at={decision.decided_at} />
      </p>
      <ul>
        {decision.words[language].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** The hub ends its sentences with the question, where there is one. */
function questionOf(decision: Decision, language: 'zh' | 'en'): string | null {
  const head = w.questionHead[language];
  return decision.words[language].find((line) => line.startsWith(head))?.slice(head.length) ?? null;
}

/** What stands in quotation marks is for the customer; without any, the whole. */
function quoted(question: string): string {
  return /[「“"](.+?)[」”"]/.exec(question)?.[1] ?? question;
}
