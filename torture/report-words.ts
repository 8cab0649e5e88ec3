export type Lang = 'en' | 'zh';

/** The ten statements (`docs/guarantees.md` is made from these) in the words of an office: what holds, and what that means. */
export const STATEMENTS: readonly Record<Lang, readonly [claim: string, meaning: string]>[] = [
  {
    en: [
      'Nobody is there twice.',
      'However often a sync is killed, repeated or run twice at once, one customer stands in the ERP at most once, and here at most once.',
    ],
    zh: [
      '不会重复。',
      '同步无论中断、重跑多少次，或者同时运行几个，一位客户在 ERP 中最多一条，在本系统中也最多一条。',
    ],
  },
  {
    en: [
      'Nothing is lost.',
      'Whoever was brought in, and whatever was changed in the ERP, is kept on disk before it counts as done.',
    ],
    zh: ['不会丢失。', '导入的客户、ERP 里的改动，都先落盘再算完成。'],
  },
  {
    en: [
      "The ERP's word stands.",
      'A field that belongs to the ERP is not overwritten, a filled field is not blanked, and a record is read again before it is changed.',
    ],
    zh: ['以 ERP 为准。', '归 ERP 管的字段不会被覆盖，已有的内容不会被清空，每次修改前先重新读一遍记录。'],
  },
  {
    en: [
      'Each side is compared with what it was.',
      'An edit of one side wins; edits of both become a conflict for a person, and neither value is lost.',
    ],
    zh: [
      '两边各自与上次的值比较。',
      '只有一边改过就用改过的值；两边都改过就列为冲突由人决定，两个值都保留。',
    ],
  },
  {
    en: [
      'Quiet when done.',
      'With nothing new, a run writes nothing; after any storm, writes end within three rounds.',
    ],
    zh: ['做完就安静。', '没有新内容时，同步不写任何东西；再乱的情况，三轮之内停止写入。'],
  },
  {
    en: [
      'Gone means proven.',
      'A customer counts as deleted only when a whole sweep missed it and its own record is not there; it is kept here and not created again.',
    ],
    zh: [
      '删除要有证据。',
      '完整核对没有看到、并且记录本身也不存在，才算已在 ERP 删除；本地保留，也不会自动重建。',
    ],
  },
  {
    en: [
      'No surprise in bulk.',
      'More than the allowed number of rows is written only after a person has seen the plan and said yes.',
    ],
    zh: ['大批改动先问人。', '超过允许的行数，要有人看过计划并同意才写入。'],
  },
  {
    en: [
      'Every step is explained.',
      'For each write: which rule decided, what was sent, what came back, every change of state, without a gap.',
    ],
    zh: ['每一步都说得清。', '每次写入由哪条规则决定、发了什么、收到什么、状态怎样变化，没有断档。'],
  },
  {
    en: ['Secrets stay secret.', 'No password and no token in any log or table; phones in logs are masked.'],
    zh: ['保密。', '日志和数据库里没有密码和令牌，日志里的手机号都打码。'],
  },
  {
    en: [
      'One database, one ERP.',
      'Another ERP is refused, at its own address and behind the address that is known.',
    ],
    zh: ['一个数据库只对应一套 ERP。', '换成别的 ERP 会被拒绝，哪怕地址没有变。'],
  },
];

type Words = Record<
  | 'title'
  | 'intro'
  | 'score'
  | 'how'
  | 'what'
  | 'figure'
  | 'faults'
  | 'faultsHow'
  | 'kind'
  | 'struck'
  | 'after'
  | 'oddities'
  | 'odditiesHow'
  | 'histories'
  | 'plants'
  | 'plantsHow'
  | 'bug'
  | 'caughtAt'
  | 'statement'
  | 'never'
  | 'found'
  | 'foundHow'
  | 'history'
  | 'customers'
  | 'steps'
  | 'again'
  | 'againMore'
  | 'storms'
  | 'faultCount'
  | 'kinds'
  | 'share'
  | 'crashes'
  | 'everyStep'
  | 'kills'
  | 'ofCommands'
  | 'violations'
  | 'rounds'
  | 'seed'
  | 'seconds'
  | 'machine'
  | 'commit',
  string
>;

export const WORDS: Record<Lang, Words> = {
  en: {
    title: 'Guarantees, and how they were measured',
    intro:
      'This page is written by `npm run torture -- --report`; no figure is typed by hand. [中文](guarantees.zh-CN.md)\n\nTen things hold, whatever happens to the network, the ERP or the machine:',
    score: 'Score',
    how: 'A history is a random course of events between the hub and the stand-in ERP: people come in (some under three WeChat ids, some as colleagues, some already in the ERP), both sides are edited, records are deleted, hidden and given away, rules change, conflicts are answered, runs are undone, up to three runs want to work at once, the ERP misbehaves, and processes die at any of their steps. Afterwards the ERP is well again, runs go on until nothing moves, and each statement is checked.',
    what: 'Measured',
    figure: 'Figure',
    faults: 'Faults by kind',
    faultsHow:
      'What went wrong by chance, and how often it did so *after* the save had taken effect, where the hub cannot know.',
    kind: 'Kind',
    struck: 'Struck',
    after: 'After the effect',
    oddities: 'Oddities of systems',
    odditiesHow: 'Histories whose ERP differed from the plain one in this way from beginning to end.',
    histories: 'Histories',
    plants: 'Does the net catch?',
    plantsHow:
      'Twelve bugs, planted one at a time from outside the product; the history that caught each, and the statement it violated.',
    bug: 'Planted bug',
    caughtAt: 'Caught at history',
    statement: 'Statement',
    never: 'not within 500',
    found: 'Found once, and mended',
    foundHow:
      'Each of these histories failed when it was found, in a long run or in a test. Each is shrunk to the least that failed, its cause is mended, and the tests play all of them for ever. What the run above violated stands in its score.',
    history: 'History',
    customers: 'Customers in the ERP',
    steps: 'Steps',
    again: 'Measure again',
    againMore:
      'A failing history is printed with the least that still fails; kept under `torture/found/`, it is played by the tests for ever.',
    storms: 'Histories',
    faultCount: 'Faults injected',
    kinds: 'Kinds of fault, oddity and death',
    share: 'Faults and deaths that struck after the effect',
    crashes: 'Deaths at random steps',
    everyStep: 'Deaths at every step of short histories, one after the other',
    kills: 'SIGKILLs of real processes inside push',
    ofCommands: 'Of those, of a command that was typed: `bangqiao sync`',
    violations: 'Violations',
    rounds: 'Most calm rounds that still wrote (3 are allowed)',
    seed: 'Seed',
    seconds: 'Seconds, planted bugs included',
    machine: 'Machine',
    commit: 'Commit',
  },
  zh: {
    title: '十条保证与实测成绩',
    intro:
      '本页由 `npm run torture -- --report` 生成，没有一个数字是手填的。[English](guarantees.md)\n\n不管网络、ERP 还是机器出什么问题，下面十条都成立：',
    score: '成绩',
    how: '一段“经历”是本系统与模拟 ERP 之间随机发生的一串事情：客户陆续导入（有人有三个微信号，有人是同事，有人已在 ERP 中），两边各自改资料，ERP 里删除、隐藏、转入客户池，规则更换，冲突有人处理，同步被撤销，最多三个同步同时想干活，ERP 时常出错，进程随时会死掉。之后 ERP 恢复正常，同步一直跑到不再有变化，再逐条检查。',
    what: '项目',
    figure: '数值',
    faults: '各种故障',
    faultsHow:
      '随机发生的故障次数，以及其中有多少次是在保存*已经生效之后*才发生的（这时本系统无从知道结果）。',
    kind: '种类',
    struck: '次数',
    after: '生效之后',
    oddities: 'ERP 的各种差异',
    odditiesHow: '从头到尾带有这种差异的经历数。',
    histories: '经历数',
    plants: '检查本身靠得住吗？',
    plantsHow: '从产品代码之外一次植入一个错误，共十二个；表中是第几段经历发现了它，违反的是哪一条。',
    bug: '植入的错误',
    caughtAt: '第几段发现',
    statement: '第几条',
    never: '500 段内没有发现',
    found: '曾经发现、已经修复的问题',
    foundHow:
      '下面每段经历在发现时（长时间测量或测试中）都没有通过检查；各自缩减到最短，原因已修复，测试每次都重放全部这些经历。上面这次测量如有违反，计入成绩。',
    history: '经历',
    customers: 'ERP 客户数',
    steps: '步数',
    again: '重新测量',
    againMore: '出现问题的经历会缩减到最短后打印出来；放进 `torture/found/`，测试就会永远重放它。',
    storms: '经历数',
    faultCount: '注入的故障次数',
    kinds: '故障、差异、死亡的种类数',
    share: '生效之后才发生的故障与死亡所占比例',
    crashes: '进程在随机一步死掉的次数',
    everyStep: '短经历中逐步逐次死掉的次数',
    kills: '真实进程在写入 ERP 途中被 SIGKILL 的次数',
    ofCommands: '其中是命令 `bangqiao sync` 的进程',
    violations: '违反次数',
    rounds: '恢复后仍有写入的轮数，最多（允许 3 轮）',
    seed: '随机种子',
    seconds: '用时（秒，含植入错误的检验）',
    machine: '机器',
    commit: '提交',
  },
};
