// What an ERP is like says nothing of the database behind the hub: one of them is enough.
import { type Oddities, plainOddities } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { inOnceAndQuiet } from './in-once.ts';

const ONE_BY_ONE: Partial<Oddities>[] = [
  {},
  { rowsAsObjects: 'ord' },
  { rowsAsObjects: 'id' },
  { bareSingleRow: true },
  { reportSource: true },
  { dataInsteadOfBody: true },
  { columnsShuffled: true },
  { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] },
  { missingColumns: ['name', 'khid'] },
  { upperCaseKeys: true },
  { noPage: true },
  { pageStrings: true },
  { maxPageSize: 20 },
  { noPage: true, repeatLastPage: true },
  { ignoreSort: true },
  { ignoreFilters: ['khid'] },
  { ignoreFilters: ['*'] },
  { noSearchKey: true },
  { shortenCells: 12 },
  { maskPhones: true },
  { labelCells: false },
  { labelCells: 'all' },
  { controlCharacters: true },
  { numbersAsStrings: true },
  { nullForEmpty: true },
  { dateFormat: 'slash' },
  { aspOnly: true },
  { noV3: true },
  { helperAliasOnly: true },
  { aspOnly: true, zsmlOnly: true },
  { aspOnly: true, zsmlOnly: 'message' },
  { aspOnly: true, zsmlOnly: 'html' },
  { aspOnly: true, missingHandlerAs: 'errorPage', zsmlOnly: 'html' },
  { cookieSession: true },
  { cookieSession: 'only' },
  { cookieSession: 'empty' },
  { secondLoginEjects: true },
  { deadTokenAs: '400', tokenLifeSeconds: 1 },
  { deadTokenAs: 'html', tokenLifeSeconds: 1 },
  { recordMissingAs: 'empty' },
  { recordMissingAs: 'blank' },
  { recordMissingAs: '该客户不存在或已被删除' },
  { editKeepsAbsent: false },
  { droppedFields: ['email', 'intro'] },
  { missingFields: ['email', 'msn'] },
  { missingFields: ['intsort'], missingColumns: ['intsort'] },
  { detailShape: 'nested' },
  { detailShape: 'typed' },
  { detailShape: 'nestedTyped' },
  { personNameEcho: true },
  { wholeForms: true, missingFields: ['intsort'], missingColumns: ['intsort'] },
  { optionsOnlyTree: true },
  { emptyTreeBeside: true, noHitsNoRows: true },
  { wechatSource: true },
  { khidByHand: true },
  { khidNotReserved: true },
  { duplicateCheck: ['name', 'khid', 'phone', 'mobile', 'email'] },
  { duplicateCheck: [] },
  { duplicateWords: '数据重复，保存失败', khidNotReserved: true },
  { refuseInMessage: true },
  { savedWords: '已提交，审核通过前不可修改' },
  { trimValues: true },
  { rewriteValues: true },
  { unknownOrdCreates: true },
  { colsAsObjects: true },
  { missingHandlers: ['area_list'] },
  { missingHandlers: ['area_list'], missingHandlerAs: 'html200' },
  { missingHandlers: ['systemmanage/telsort_list'], missingHandlerAs: 'loginPage' },
];

test('every oddity of the stand-in ERP has its turn', () => {
  const tried = new Set(ONE_BY_ONE.flatMap((oddities) => Object.keys(oddities)));
  const untried = Object.keys(plainOddities()).filter((name) => !tried.has(name));
  // What searchKey reaches is part of every look-up test of its own; the kinds of follow-up have theirs among the follow-ups.
  expect(untried).toEqual(['searchKeyReaches', 'ownFollowUpKinds']);
});

test.each(ONE_BY_ONE.map((oddities) => [JSON.stringify(oddities), oddities] as const))(
  'with %s all who qualify stand in the ERP once, carry their number here, and a second sync is quiet',
  async (_name, oddities) => {
    await inOnceAndQuiet(oddities);
  },
);

/** Every seventh oddity from another one on: each set holds what others never stood beside. */
const TOGETHER = [1, 2, 3, 4, 5].map((from) =>
  Object.assign({}, ...ONE_BY_ONE.filter((_, at) => at % 7 === from)),
);

test.each(TOGETHER.map((oddities) => [JSON.stringify(oddities), oddities] as const))(
  'with %s together all who qualify stand in the ERP once, and a second sync is quiet',
  async (_name, oddities) => {
    await inOnceAndQuiet(oddities);
  },
);
