import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOption, optionId } from '../src/index.ts';
import { book, emptyBook } from './support/customers.ts';

describe('an option as it is compared', () => {
  it.each([
    ['an id', '3', '终端客户'],
    ['a path of ids that the book knows as a whole', '3,7', '终端客户/工厂'],
    ['a path of ids that it knows one by one', '7,3', '工厂/终端客户'],
    ['a path written with spaces', ' 7 , 3 ', '工厂/终端客户'],
    ['a label', '终端客户', '终端客户'],
    ['an unknown id', '999', '999'],
    ['a path with an unknown id', '3,999', '3,999'],
    ['a path that begins with an unknown id', '999,3', '999,3'],
    ['an unknown id with a space', ' 3', ' 3'],
  ])('is, of %s, %j as %j', (_what, text, canonical) => {
    expect(canonicalOption(book, 'sort1', text)).toBe(canonical);
  });

  it('is the text as it is while nothing of the tenant is known', () => {
    expect(canonicalOption(emptyBook, 'sort1', '3,7')).toBe('3,7');
  });
});

describe('an option as it is sent', () => {
  it.each([
    ['a label', '终端客户', '3'],
    ['a path of labels that the book knows as a whole', '终端客户/工厂', '3,7'],
    ['a path of labels that it knows one by one', '工厂/终端客户', '7,3'],
    ['a path written with spaces', '工厂 / 终端客户', '7,3'],
    ['an id', '7', '7'],
    ['a path of ids', '7,3', '7,3'],
    ['an unknown label', '经销商', null],
    ['an unknown id', '999', null],
    ['a path with an unknown label', '终端客户/经销商', null],
    ['a path that begins with an unknown label', '经销商/终端客户', null],
    ['a known label with a space before it', ' 终端客户', null],
  ])('is, of %s, %j as %j', (_what, text, id) => {
    expect(optionId(book, 'sort1', text)).toBe(id);
  });

  it('reads back as the same option, by label or by id', () => {
    const known = fc.constantFrom(
      '3',
      '7',
      '3,7',
      '7,3',
      '终端客户',
      '工厂',
      '终端客户/工厂',
      '工厂/终端客户',
    );
    fc.assert(
      fc.property(known, (text) => {
        const id = optionId(book, 'sort1', text)!;
        expect(canonicalOption(book, 'sort1', id)).toBe(canonicalOption(book, 'sort1', text));
      }),
    );
  });

  it('belongs to its own list', () => {
    expect(optionId(book, 'ly', '终端客户')).toBeNull();
    expect(canonicalOption(book, 'ly', '3')).toBe('3');
  });
});
