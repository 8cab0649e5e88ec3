import type { z } from 'zod';
import { HubError } from '../errors.ts';
import { faultInWords } from '../input-faults.ts';

/**
 * What was typed, as the API takes it: what would be refused at that door later is not let in here.
 * @param typedAs the argument or option that a field was typed as
 * @throws HubError `invalid_input` with every fault
 */
export function checked<S extends z.ZodType>(
  schema: S,
  given: unknown,
  typedAs: Readonly<Record<string, string>>,
): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return { name: typedAs[name] ?? name, problem: faultInWords(message) };
  });
  throw new HubError({
    code: 'invalid_input',
    exitCode: 2,
    zh: `内容有误，没有执行。${faults.map(({ name, problem }) => `${name}：${problem.zh}`).join('；')}`,
    en: `Something is wrong; nothing was done. ${faults.map(({ name, problem }) => `${name}: ${problem.en}`).join('; ')}`,
    nextZh: '按提示改正后再试',
    nextEn: 'Correct what is named and try again',
  });
}
