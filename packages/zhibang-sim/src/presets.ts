import { type Oddities, plainOddities } from './oddities.ts';

/**
 * Every oddity that can be on together with a system still worth syncing with. Left plain: `noV3` and
 * `missingHandlers` (they take parts away), `khidNotReserved` (there is no proposal with `khidByHand`),
 * `unknownOrdCreates` (a danger, not an oddity), `droppedFields` other than ones nobody needs, `duplicateWords` (words that
 * name no field leave a duplicate to a person).
 */
export function allOddities(): Oddities {
  return {
    ...plainOddities(),
    rowsAsObjects: 'id',
    bareSingleRow: true,
    reportSource: true,
    dataInsteadOfBody: true,
    columnsShuffled: true,
    missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'],
    upperCaseKeys: true,
    noPage: true,
    pageStrings: true,
    maxPageSize: 100,
    repeatLastPage: true,
    ignoreSort: true,
    ignoreFilters: ['khid'],
    noSearchKey: true,
    searchKeyReaches: ['name'],
    shortenCells: 12,
    maskPhones: true,
    labelCells: 'all',
    controlCharacters: true,
    numbersAsStrings: true,
    nullForEmpty: true,
    dateFormat: 'slash',
    aspOnly: true,
    helperAliasOnly: true,
    zsmlOnly: true,
    cookieSession: 'only',
    secondLoginEjects: true,
    deadTokenAs: 'html',
    recordMissingAs: 'empty',
    editKeepsAbsent: false,
    droppedFields: ['qq'],
    missingFields: ['msn'],
    detailShape: 'nestedTyped',
    personNameEcho: true,
    wholeForms: true,
    optionsOnlyTree: true,
    wechatSource: true,
    ownFollowUpKinds: true,
    khidByHand: true,
    duplicateCheck: ['name', 'khid', 'phone', 'mobile', 'email'],
    refuseInMessage: true,
    savedWords: '已提交，审核通过前不可修改',
    trimValues: true,
    rewriteValues: true,
    colsAsObjects: true,
  };
}
