import { useLanguage } from '../parts/language.tsx';
import { useAsk } from './queries.ts';

/** What the rules in force are called in an office; a rule of an older version goes by its short name. */
export function useRuleNames(): (rule: string) => string {
  const { say } = useLanguage();
  const rules = useAsk('rules.show').data?.rules ?? [];
  return (name) => say(rules.find(({ rule_name }) => rule_name === name)?.description) || name;
}
