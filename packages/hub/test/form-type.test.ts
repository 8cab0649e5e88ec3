import { expect, test } from 'vitest';
import { typeOfForm } from '../src/pull/form-type.ts';

test.each<[string, Record<string, string>, 1 | 2 | null]>([
  ['a bank is a company', { name: '宏达', person_name: '', bank_1: '样本银行' }, 1],
  ['a contact of another name is a company', { name: '宏达', person_name: '周全' }, 1],
  ['no field of a company at all is a person', { name: '张三', mobile: '13800000001' }, 2],
  ['a name that repeats itself as contact does not tell', { name: '张三', person_name: '张三' }, null],
  ['a contact that is masked does not tell', { name: '张三', person_name: '张**' }, null],
  [
    'fields of a company that nobody filled in do not tell',
    { name: '张三', bank_1: '', zijin: '0.00' },
    null,
  ],
  ['no contact beside the name of a company does not tell', { name: '杭州样本有限公司' }, null],
  ['no name at all does not tell', { name: ' ' }, null],
])('of a form that states no type: %s', (_what, fields, type) => {
  expect(typeOfForm(new Map(Object.entries(fields)))).toBe(type);
});
