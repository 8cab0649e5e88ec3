import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';

/** Who did something, as the hub keeps it, for people: the hub itself, a command somebody typed, or a person's name. */
export function useDoer(): (by: string) => string {
  const { say } = useLanguage();
  return (by) => {
    if (by === 'service') return say(w.byHub);
    const verb = /^(\w+) \(cli\)$/.exec(by)?.[1];
    if (verb === 'import') return say(w.byImport);
    return verb === undefined ? by : say(w.byCommand, { verb });
  };
}
