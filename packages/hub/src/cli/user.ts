import { resolve } from 'node:path';
import { type Account, ENDPOINTS, ROLES, type Role } from '@bangqiao/api';
import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { HubError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { addUser, changeUser, findUser, listUsers, noUser, type UserChange } from '../users/users.ts';
import { chinaTime } from '../words/china-time.ts';
import { askForPassword } from './ask.ts';
import { checked } from './checked.ts';
import { readPassword } from './init.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext, type Session } from './session.ts';
import { renderTable } from './table.ts';

const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  administrator: { zh: '管理员', en: 'administrator' },
  manager: { zh: '主管', en: 'manager' },
  seller: { zh: '销售', en: 'seller' },
  read_only: { zh: '只读', en: 'read-only' },
};

const TYPED_AS = {
  password: '--password-file',
  'erp_user.id': '--erp-user',
  'erp_user.name': '--erp-name',
};

interface PasswordOption {
  passwordFile?: string;
}

/** `user`: who may use the console and the API; also where there is no browser on this machine. */
export function userVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('user')
    .description(text({ zh: '用户：添加、查看、停用、改密码', en: 'users: add, list, disable, password' }));
  group.helpCommand(false);
  const passwordOption = (command: Command, words: (both: Bilingual) => string) =>
    command.option(
      '--password-file <file>',
      words({
        zh: '从文件读密码（不写则在终端询问）',
        en: 'read the password from a file (else it is asked for)',
      }),
    );
  addVerb<PasswordOption & { role?: string; erpUser?: string; erpName?: string }>(group, context, {
    usage: 'add <name>',
    changes: true,
    summary: { zh: '添加用户', en: 'add a user' },
    setUp: (command, words) =>
      passwordOption(command, words)
        .option('--role <role>', words({ zh: `角色：${ROLES.join(' ')}`, en: `one of ${ROLES.join(' ')}` }))
        .option(
          '--erp-user <id>',
          words({ zh: '对应的 ERP 用户编号', en: 'which user of the ERP this is, by id' }),
        )
        .option('--erp-name <name>', words({ zh: '对应的 ERP 用户姓名', en: 'and by name' })),
    work: async (session, { role, erpUser, erpName, ...options }, name = '') => {
      const wanted = roleOf(role);
      const password = await passwordFor(session, options, name);
      const isInErp = erpUser !== undefined || erpName !== undefined;
      const erp_user = isInErp ? { id: erpUser, name: erpName ?? erpUser } : null;
      const asked = checked(
        ENDPOINTS['users.add'].body,
        { name, password, role: wanted, erp_user },
        TYPED_AS,
      );
      return withDatabase(session, async (store) => {
        const user = await addUser(store, asked, new Date().toISOString());
        session.result(user, listText([user], session.lang));
      });
    },
  });
  addVerb(group, context, {
    usage: 'list',
    summary: { zh: '所有用户', en: 'all users' },
    work: (session) =>
      withDatabase(session, async (store) => {
        const users = await listUsers(store.db);
        session.result({ users }, listText(users, session.lang));
      }),
  });
  for (const verb of ['disable', 'enable'] as const) {
    addVerb(group, context, {
      usage: `${verb} <name>`,
      changes: true,
      summary:
        verb === 'disable'
          ? { zh: '停用用户，马上生效', en: 'shut a user out, at once' }
          : { zh: '重新启用用户', en: 'let a user in again' },
      work: (session, _options, name = '') =>
        change(session, name, async () => ({ disabled: verb === 'disable' })),
    });
  }
  addVerb<PasswordOption>(group, context, {
    usage: 'password <name>',
    changes: true,
    summary: { zh: '改密码；已登录的都要重新登录', en: 'set a password; ends all sessions of the user' },
    setUp: passwordOption,
    work: (session, options, name = '') =>
      change(session, name, async () => {
        const password = await passwordFor(session, options, name);
        return checked(ENDPOINTS['users.change'].body.pick({ password: true }), { password }, TYPED_AS);
      }),
  });
}

function change(session: Session, name: string, wanted: () => Promise<UserChange>) {
  return withDatabase(session, async (store) => {
    const { id } = await userNamed(store, name);
    const user = await changeUser(store, id, await wanted());
    session.result(user, listText([user], session.lang));
  });
}

/** @throws HubError `no_user` */
export async function userNamed(store: Store, name: string): Promise<Account> {
  const user = await findUser(store.db, name);
  if (user === null) throw noUser(name);
  return user;
}

async function passwordFor(
  session: Session,
  { passwordFile }: PasswordOption,
  name: string,
): Promise<string> {
  if (passwordFile !== undefined) return readPassword(resolve(session.io.cwd, passwordFile));
  if (session.io.stdin.isTTY && session.io.stderr.isTTY) return askForPassword(session.lang, name);
  throw new HubError({
    code: 'password_not_given',
    exitCode: 2,
    zh: '这里不能询问密码。',
    en: 'The password cannot be asked for here.',
    nextZh: '写到一个只有您能读的文件里，用 --password-file 给出，用后删除',
    nextEn: 'Put it into a file that only you can read, name it with --password-file, delete it afterwards',
  });
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((one) => one === text);
  if (role) return role;
  throw new HubError({
    code: 'unknown_role',
    exitCode: 2,
    zh: text === undefined ? '请用 --role 说明角色。' : `没有 ${text} 这个角色。`,
    en: text === undefined ? 'Name a role with --role.' : `There is no role ${text}.`,
    nextZh: `可选：${ROLES.map((one) => `${one}（${ROLE_NAMES[one].zh}）`).join('、')}`,
    nextEn: `One of ${ROLES.join(', ')}`,
  });
}

function listText(users: readonly Account[], lang: Language): string {
  const headers =
    lang === 'zh'
      ? ['编号', '名字', '角色', 'ERP 用户', '状态', '上次登录']
      : ['id', 'name', 'role', 'ERP user', 'state', 'last sign-in'];
  const states = { zh: ['可用', '已停用'], en: ['active', 'disabled'] }[lang];
  const none = lang === 'zh' ? '还没有用户。' : 'There are no users yet.';
  const rows = users.map((user) => [
    user.id,
    user.name,
    ROLE_NAMES[user.role][lang],
    user.erp_user?.name ?? '',
    states[user.disabled ? 1 : 0] ?? '',
    user.last_login_at === null ? '' : chinaTime(user.last_login_at),
  ]);
  return rows.length === 0 ? none : renderTable(headers, rows);
}
