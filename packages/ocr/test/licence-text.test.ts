import { expect, test } from 'vitest';
import { COMPLETE, LEAST, type ReadLine, readSide } from '../src/licence-text.ts';

/** As the library read a made-up licence (`pictures/licence.png`): columns side by side come as one line. */
const STRAIGHT: ReadLine[] = [
  { mean: 0.98, text: '营业执照' },
  { mean: 0.9, text: '(副 本)' },
  { mean: 0.999, text: '统一社会信用代码' },
  { mean: 0.996, text: '91330106MA2EXAMPL9' },
  { mean: 0.999, text: '名 称 杭州示例泵业有限公司 注册资本壹仟万元整' },
  { mean: 0.996, text: '类型 有限责任公司(自然人投资或控股) 成立日期 2018年05月08日' },
  { mean: 0.999, text: '法定代表人 王示例 住 所 杭州市示例区示例路9号' },
  { mean: 0.998, text: '经营范围 泵、阀门的制造、销售；机电设备安装。' },
  { mean: 0.999, text: '登记机关' },
];

test('code and name are read, whatever else the library put into their line', () => {
  const { fields, confidence, score } = readSide(STRAIGHT);
  expect(fields).toEqual({ credit_code: '91330106MA2EXAMPL9', company_name: '杭州示例泵业有限公司' });
  expect(confidence).toBe(0.996);
  expect(score).toBeGreaterThanOrEqual(COMPLETE);
});

test.each([
  ['名称：宁波示例电机有限公司', '宁波示例电机有限公司'],
  ['名　　称　宁波示例（集团）股份有限公司　类　　型　股份有限公司', '宁波示例(集团)股份有限公司'],
  ['名称 示例区王小示五金商行 法定代表人 王小示', '示例区王小示五金商行'],
])('the name in "%s" is %s', (text, name) => {
  expect(
    readSide([{ text, mean: 1 }])
      .fields.company_name?.replace('（', '(')
      .replace('）', ')'),
  ).toBe(name);
});

test('letters that no code holds are what they were mistaken for, and a wrong check character halves the trust', () => {
  const read = (text: string) => readSide([{ text, mean: 0.9 }]);
  expect(read('代码 9133O1O6MA2EXAMPL9').fields.credit_code).toBe('91330106MA2EXAMPL9');
  const wrong = read('91330106MA2EXAMPL7');
  expect(wrong.confidence).toBeLessThan(0.5);
});

test('without the label the longest word that ends as companies do is taken, with less weight', () => {
  const side = readSide([
    { text: '杭州示例泵业有限公司', mean: 0.9 },
    { text: '示例分公司', mean: 0.9 },
    { text: '统一社会信用代码', mean: 0.9 },
  ]);
  expect(side.fields.company_name).toBe('杭州示例泵业有限公司');
  expect(side.score).toBeLessThan(COMPLETE);
});

test('a picture of something else shows nothing of a licence', () => {
  const { fields, score } = readSide([
    { text: '今日菜单', mean: 0.99 },
    { text: '宫保鸡丁 28 元', mean: 0.99 },
  ]);
  expect(fields).toEqual({});
  expect(score).toBeLessThan(LEAST);
});
