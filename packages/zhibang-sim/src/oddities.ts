/**
 * Ways in which real systems differ from the plain reading of wire.md. Each is switched alone; defaults are the plain
 * system. All may be changed while the server runs.
 */
export interface Oddities {
  /** Rows of a list are objects: `{ord, value: [...]}` (`true`, `'ord'`) or `{id, value: [...]}` (`'id'`). */
  rowsAsObjects: boolean | 'ord' | 'id';
  /** A list with exactly one row answers that row bare, not in a list. */
  bareSingleRow: boolean;
  /** Lists, options and trees stand at `body.report.source` instead of `body.source`. */
  reportSource: boolean;
  /** What newer systems put at `body` stands at `data`. */
  dataInsteadOfBody: boolean;
  /** Columns come in another order, and in yet another one on even pages. */
  columnsShuffled: boolean;
  /** Column ids that lists lack, e.g. mobile, weixinAcc, email, intsort. */
  missingColumns: string[];
  /** Column ids of lists and field ids of forms come in capitals. */
  upperCaseKeys: boolean;
  /** A list without hits answers its columns alone, neither `rows` nor `page`. */
  noHitsNoRows: boolean;
  /** The list answers no `page`. */
  noPage: boolean;
  /** The numbers in `page` are strings. */
  pageStrings: boolean;
  /** Largest page served, silently; 0 = no limit. Helper lists never give more than 50 rows. */
  maxPageSize: number;
  /** Past the end the last page comes again instead of an empty one. */
  repeatLastPage: boolean;
  /** `_rpt_sort` is ignored: newest first, always. */
  ignoreSort: boolean;
  /** Filters that this system does not know and so ignores; `['*']` = all of them. */
  ignoreFilters: string[];
  /** `searchKey` is ignored. */
  noSearchKey: boolean;
  /** Fields that `searchKey` reaches. */
  searchKeyReaches: string[];
  /** List cells longer than this many characters are cut and end with `...`; 0 = never. */
  shortenCells: number;
  /** Mobile numbers in lists are masked (`138****8888`). */
  maskPhones: boolean;
  /** Option cells of lists hold labels (the usual case); `'all'`: the customer type too; `false`: ids. */
  labelCells: boolean | 'all';
  /** Raw control characters stand inside JSON strings (line breaks of texts, a tab in messages). */
  controlCharacters: boolean;
  /** Numbers (`ord`, bill value, status, Code) are sent as strings. */
  numbersAsStrings: boolean;
  /** Empty values are sent as `null`. */
  nullForEmpty: boolean;
  /** Dates as `2025-10-19`, `2025/10/19 9:05:00` or `2025-10-19 09:05:00` (China time). */
  dateFormat: 'day' | 'slash' | 'dash';
  /** Only the older `.asp` paths exist for ov1; the others answer `missingHandler`. */
  aspOnly: boolean;
  /** The plain v3 endpoints do not exist. */
  noV3: boolean;
  /** Helper endpoints exist only under their documented alias `/webapi/api/ZBServices/…`. */
  helperAliasOnly: boolean;
  /** Route endings that this system lacks, e.g. `telsort_list`. */
  missingHandlers: string[];
  /**
   * How a lacking handler answers: text with HTTP 404, or with HTTP 200 an HTML page that says it, one that does not, the
   * login page, nothing, or a refusal in words of its own; or HTTP 500.
   */
  missingHandlerAs: 'text404' | 'html200' | 'errorPage' | 'loginPage' | 'empty' | 'refusal' | 'error500';
  /** `.asp` paths demand `application/zsml`: else HTTP 415 (`true`), an ov1 refusal that names it or (`words`) does not, an HTML page, or nothing. */
  zsmlOnly: boolean | 'message' | 'words' | 'html' | 'empty';
  /**
   * Login sets cookies and an empty `session` with them is accepted; `'only'`: they are demanded as well; `'empty'`: the login
   * gives no other token, and greets.
   */
  cookieSession: boolean | 'only' | 'empty';
  /** A login of the same user with another serialnum ends the other sessions of that user. */
  secondLoginEjects: boolean;
  /** Life of a token in seconds (nobody knows it; integrators assume two hours). */
  tokenLifeSeconds: number;
  /** How a dead token is told: code 400, a status-1 message (ov1), or the HTML login page. v3 and helper say 400 unless html. */
  deadTokenAs: '400' | 'message' | 'html';
  /** Detail of a record that is not there: an empty form (`ord` 0), a form with blank fields, or a refusal with this text. */
  recordMissingAs: 'empty' | 'blank' | '单据不存在' | '数据不存在' | '该客户不存在或已被删除';
  /** Fields left out of an edit are kept; `false`: blanked. */
  editKeepsAbsent: boolean;
  /** Save fields that the system accepts and silently does not keep. */
  droppedFields: string[];
  /** Fields that the forms lack. */
  missingFields: string[];
  /** Form groups: plain, groups inside groups, values as numbers and null, or both. */
  detailShape: 'plain' | 'nested' | 'typed' | 'nestedTyped';
  /** The form of a person carries a `person_name` equal to the name. */
  personNameEcho: boolean;
  /** The form of a person carries the fields of a company's too, empty. */
  wholeForms: boolean;
  /** Option lists answer as trees. */
  optionsOnlyTree: boolean;
  /** Option lists carry an empty tree beside the options. */
  emptyTreeBeside: boolean;
  /** The administrator has added 微信咨询 (id 981) to the customer sources. */
  wechatSource: boolean;
  /** The tenant has kinds of follow-up of its own, with its own ids; the usual ones are refused. */
  ownFollowUpKinds: boolean;
  /** The fresh form proposes no customer number and a save demands one. */
  khidByHand: boolean;
  /** The number that a fresh form proposes is not reserved: two open forms propose the same one. */
  khidNotReserved: boolean;
  /** Fields under the duplicate check: name, khid, phone, mobile, email. */
  duplicateCheck: string[];
  /** What the duplicate check says, whatever field it is; empty: words that name the field. */
  duplicateWords: string;
  /** Refusals come as a message with header status 0. */
  refuseInMessage: boolean;
  /** What a save of a customer that was stored says. */
  savedWords: string;
  /** Values are trimmed and runs of spaces collapsed before they are kept. */
  trimValues: boolean;
  /** Values are rewritten before they are kept: e-mail in lower case, full-width brackets and digits made half-width. */
  rewriteValues: boolean;
  /** A save with an `ord` that was never allocated creates; `false`: it is refused. */
  unknownOrdCreates: boolean;
  /** `Cols` of v3 lists are objects `{id, name}` instead of strings. */
  colsAsObjects: boolean;
}

export function plainOddities(): Oddities {
  return {
    rowsAsObjects: false,
    bareSingleRow: false,
    reportSource: false,
    dataInsteadOfBody: false,
    columnsShuffled: false,
    missingColumns: [],
    upperCaseKeys: false,
    noHitsNoRows: false,
    noPage: false,
    pageStrings: false,
    maxPageSize: 0,
    repeatLastPage: false,
    ignoreSort: false,
    ignoreFilters: [],
    noSearchKey: false,
    searchKeyReaches: ['name', 'khid', 'pym', 'person_name'],
    shortenCells: 0,
    maskPhones: false,
    labelCells: true,
    controlCharacters: false,
    numbersAsStrings: false,
    nullForEmpty: false,
    dateFormat: 'dash',
    aspOnly: false,
    noV3: false,
    helperAliasOnly: false,
    missingHandlers: [],
    missingHandlerAs: 'text404',
    zsmlOnly: false,
    cookieSession: false,
    secondLoginEjects: false,
    tokenLifeSeconds: 7200,
    deadTokenAs: 'message',
    recordMissingAs: '单据不存在',
    editKeepsAbsent: true,
    droppedFields: [],
    missingFields: [],
    detailShape: 'plain',
    personNameEcho: false,
    wholeForms: false,
    optionsOnlyTree: false,
    emptyTreeBeside: false,
    wechatSource: false,
    ownFollowUpKinds: false,
    khidByHand: false,
    khidNotReserved: false,
    duplicateCheck: ['name', 'khid'],
    duplicateWords: '',
    refuseInMessage: false,
    savedWords: '保存成功',
    trimValues: false,
    rewriteValues: false,
    unknownOrdCreates: false,
    colsAsObjects: false,
  };
}
