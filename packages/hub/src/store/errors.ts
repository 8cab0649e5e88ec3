import type { Bilingual } from '@bangqiao/core';

/** Why a database cannot be used, and what to do about it. */
const STORE_PROBLEMS = {
  newer_database: {
    userMessage: {
      zh: '数据库由更新版本的邦桥创建，当前程序版本过旧。',
      en: 'This database was made by a newer Bangqiao than this program.',
    },
    nextStep: {
      zh: '请升级邦桥，或改用另一个数据库。',
      en: 'Update Bangqiao, or point it at another database.',
    },
  },
  foreign_database: {
    userMessage: {
      zh: '这不是邦桥的数据库：它是别的文件，或里面已有别的程序的数据表。',
      en: 'This is not a Bangqiao database: it is a file of another kind, or holds tables of another program.',
    },
    nextStep: {
      zh: '请在配置中换一个数据库文件（或空的数据库）。',
      en: 'Name another file (or an empty database) in the configuration.',
    },
  },
  python_database: {
    userMessage: {
      zh: '这是旧版 Python 系统的数据库文件，邦桥不会直接改动它。',
      en: 'This is the database file of the earlier Python system; Bangqiao never changes it in place.',
    },
    nextStep: {
      zh: '请先把它移到别处，再运行 `bangqiao migrate --from-python 文件` 把数据复制过来。',
      en: 'Move it aside, then run `bangqiao migrate --from-python FILE` to copy its data over.',
    },
  },
  not_migrated: {
    userMessage: { zh: '数据库还没有升级到当前版本。', en: 'The database is not yet at this version.' },
    nextStep: { zh: '请运行 `bangqiao migrate`。', en: 'Run `bangqiao migrate`.' },
  },
  bad_options: {
    userMessage: {
      zh: '数据库地址不对：只能给出一个 SQLite 文件，或一个 postgres:// 地址。',
      en: 'The database is not named rightly: give one SQLite file, or one postgres:// address.',
    },
    nextStep: { zh: '请检查配置中的数据库设置。', en: 'Look at the database setting in the configuration.' },
  },
  cannot_open: {
    userMessage: { zh: '打不开数据库。', en: 'The database cannot be opened.' },
    nextStep: {
      zh: '请检查路径、权限、磁盘空间，或 PostgreSQL 是否在运行。',
      en: 'Check the path, its permissions, the disk, or whether PostgreSQL is running.',
    },
  },
  nested_use: {
    userMessage: {
      zh: '程序内部错误：事务中使用了另一个连接。',
      en: 'Bug: `db` was used inside a transaction.',
    },
    nextStep: { zh: '请把日志发给维护者。', en: 'Pass the transaction (`trx`) on instead of `store.db`.' },
  },
  lease_held: {
    userMessage: { zh: '另一个邦桥进程正在做同一件事。', en: 'Another Bangqiao process is doing the same.' },
    nextStep: { zh: '请等它结束后再试。', en: 'Wait until it is done, then try again.' },
  },
  lease_lost: {
    userMessage: {
      zh: '这次同步停顿太久，另一台机器上的邦桥已经接手，它停在这里。',
      en: 'This run stood still too long, and Bangqiao on another machine took its turn: it ends here.',
    },
    nextStep: {
      zh: '不用处理：已做的都保存了，下一次同步接着做。常出现时，请检查到数据库的网络。',
      en: 'Nothing: what it did is kept, and the next run goes on. When it comes often, look at the way to the database.',
    },
  },
  not_python_database: {
    userMessage: {
      zh: '这个文件不是旧版 Python 系统的数据库。',
      en: 'This file is not a database of the earlier Python system.',
    },
    nextStep: {
      zh: '请指定含有 customers_unified 表的 SQLite 文件。',
      en: 'Name the SQLite file that holds the table customers_unified.',
    },
  },
  target_not_empty: {
    userMessage: {
      zh: '目标数据库里已经有客户，接管只能写入空的数据库。',
      en: 'The target database holds customers already; a take-over fills an empty one only.',
    },
    nextStep: {
      zh: '请换一个新的数据库文件再试。',
      en: 'Start with a fresh database file.',
    },
  },
} as const satisfies Record<string, { userMessage: Bilingual; nextStep: Bilingual }>;

type StoreProblem = keyof typeof STORE_PROBLEMS;

/** The database cannot be used as asked. `detail` and `cause` are for the log, the other two for people. */
export class StoreError extends Error {
  readonly code: StoreProblem;
  readonly userMessage: Bilingual;
  readonly nextStep: Bilingual;

  constructor(code: StoreProblem, detail?: string, options?: { cause?: unknown }) {
    super(detail ? `${code}: ${detail}` : `${code}: ${STORE_PROBLEMS[code].userMessage.en}`, options);
    this.name = 'StoreError';
    this.code = code;
    this.userMessage = STORE_PROBLEMS[code].userMessage;
    this.nextStep = STORE_PROBLEMS[code].nextStep;
  }
}
