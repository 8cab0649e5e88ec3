import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { useTitle } from '../../parts/title.ts';
import { setupWords as w } from '../../words/setup.ts';
import type { Words } from '../../words/words.ts';
import { AccountStep } from './account-step.tsx';
import { OptionsStep } from './options-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { WechatStep } from './wechat-step.tsx';
import './setup.css';

const STEPS: readonly { words: Words; Step: ComponentType }[] = [
  { words: w.one, Step: AccountStep },
  { words: w.two, Step: OptionsStep },
  { words: w.three, Step: WechatStep },
  { words: w.four, Step: RulesStep },
  { words: w.five, Step: PlanStep },
];

/** The assistant: which step is open stands in the address, so a restart of the hub loses nothing. */
export function SetUpPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const { step = 1 } = useSearch({ from: '/setup' });
  const navigate = useNavigate({ from: '/setup' });
  const go = (to: number) => void navigate({ search: { step: to } });
  const shown = STEPS[step - 1];
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      <ol className="setup-steps">
        {STEPS.map(({ words }, index) => (
          <li key={words.en} aria-current={index + 1 === step ? 'step' : undefined}>
            <button type="button" onClick={() => go(index + 1)}>
              <kbd>{index + 1}</kbd> <span>{say(words)}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown && (
        <section className="card stack">
          <h2>
            {say(w.step, { step })} · {say(shown.words)}
          </h2>
          <shown.Step />
          <div className="row">
            {step > 1 && <Button onClick={() => go(step - 1)}>{say(w.back)}</Button>}
            {step < STEPS.length && <Button onClick={() => go(step + 1)}>{say(w.next)}</Button>}
          </div>
        </section>
      )}
    </div>
  );
}
