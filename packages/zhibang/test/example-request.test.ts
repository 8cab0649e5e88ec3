import { expect, test } from 'vitest';
import { catalogue, exampleRequest, type FieldNode, findEntry, paramsOf } from '../src/index.ts';

const exampleOf = (call: string) => exampleRequest(findEntry(call)!);

test('an example holds every required field, in nested records too', () => {
  const lacking = (nodes: readonly FieldNode[], given: Record<string, unknown>): string[] =>
    nodes.flatMap(({ field, children }) => {
      const value = given[field.id];
      if (value === undefined) return field.required === true ? [field.id] : [];
      const inner = Array.isArray(value) ? value[0] : value;
      return children.length > 0 ? lacking(children, inner as Record<string, unknown>) : [];
    });
  const wrong = catalogue().map((entry) => [entry.call, ...lacking(paramsOf(entry), exampleRequest(entry))]);
  expect(wrong.filter(([, ...ids]) => ids.length > 0)).toEqual([]);
});

test('an example keeps to the lengths that are published', () => {
  const wrong = catalogue().flatMap((entry) => {
    const example = exampleRequest(entry);
    return paramsOf(entry)
      .filter(
        ({ field }) => String(example[field.id] ?? '').length > (field.maxLength ?? Number.POSITIVE_INFINITY),
      )
      .map(({ field }) => `${entry.call}.${field.id}`);
  });
  expect(wrong).toEqual([]);
});

test('a list asks for its first page, a record for its ord, a line list for one line', () => {
  expect(exampleOf('customer.list')).toEqual({ pagesize: 20, pageindex: 1 });
  expect(exampleOf('customer.get')).toEqual({ ord: 1001 });
  expect(exampleOf('workOrder.list')).toEqual({ PageNumber: 1, PageSize: 20 });
  expect(exampleOf('substitution.add').childtd).toEqual([
    { Priority: 1, ReProductID: 1, unit: 1, Dosage: 1, ReplacementRatio: 1 },
  ]);
});
