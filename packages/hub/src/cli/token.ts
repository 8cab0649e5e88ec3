import { ENDPOINTS, RIGHT_NAMES, type Right } from '@bangqiao/api';
import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { HubError } from '../errors.ts';
import { addToken, listTokens, revokeToken } from '../users/tokens.ts';
import { chinaTime } from '../words/china-time.ts';
import { checked } from './checked.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';
import { userNamed } from './user.ts';

/** `token`: what programs sign in with (`Authorization: Bearer …`). */
export function tokenVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('token')
    .description(text({ zh: '接口令牌：新建、查看、吊销', en: 'API tokens: add, list, revoke' }));
  group.helpCommand(false);
  addVerb<{ user: string; scopes: string; days?: string }>(group, context, {
    usage: 'add <name>',
    changes: true,
    summary: { zh: '新建令牌；只显示这一次', en: 'make a token; it is shown this once' },
    setUp: (command, words) =>
      command
        .requiredOption(
          '--user <name>',
          words({ zh: '权限不超过这位用户', en: 'whose rights it has at most' }),
        )
        .requiredOption(
          '--scopes <list>',
          words({
            zh: `权限，用逗号分开：${RIGHT_NAMES.join(' ')}`,
            en: `with commas, of: ${RIGHT_NAMES.join(' ')}`,
          }),
        )
        .option(
          '--days <number>',
          words({ zh: '多少天后过期，1 到 3650', en: 'it ends after so many days, 1 to 3650' }),
        ),
    work: (session, { user, scopes, days }, name = '') =>
      withDatabase(session, async (store) => {
        const { id } = await userNamed(store, user);
        const typed = {
          name,
          user_id: id,
          scopes: scopesOf(scopes),
          expires_in_days: days === undefined ? null : Number(days),
        };
        const wanted = checked(ENDPOINTS['tokens.add'].body, typed, { expires_in_days: '--days' });
        const made = await addToken(store, wanted, new Date());
        const said = {
          zh: `${made.token}\n令牌只显示这一次，请马上存好。`,
          en: `${made.token}\nIt is shown this once: keep it now.`,
        };
        session.result(made, session.text(said));
      }),
  });
  addVerb(group, context, {
    usage: 'list',
    summary: { zh: '所有令牌', en: 'all tokens' },
    work: (session) =>
      withDatabase(session, async (store) => {
        const tokens = await listTokens(store.db);
        session.result({ tokens }, listText(tokens, session.lang));
      }),
  });
  addVerb(group, context, {
    usage: 'revoke <id>',
    changes: true,
    summary: { zh: '吊销令牌，马上生效', en: 'revoke a token, at once' },
    work: (session, _options, id = '') =>
      withDatabase(session, async (store) => {
        const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
        const token = await revokeToken(store, number, new Date().toISOString());
        session.result(token, listText([token], session.lang));
      }),
  });
}

function scopesOf(text: string): Right[] {
  return text.split(',').map((word) => {
    const right = RIGHT_NAMES.find((one) => one === word.trim());
    if (right) return right;
    throw new HubError({
      code: 'unknown_scope',
      exitCode: 2,
      zh: `没有 ${word} 这个权限。`,
      en: `There is no scope ${word}.`,
      nextZh: `可选：${RIGHT_NAMES.join(' ')}`,
      nextEn: `One of ${RIGHT_NAMES.join(' ')}`,
    });
  });
}

function listText(tokens: Awaited<ReturnType<typeof listTokens>>, lang: Language): string {
  const headers =
    lang === 'zh'
      ? ['编号', '名字', '用户', '权限', '过期', '上次使用', '吊销']
      : ['id', 'name', 'user', 'scopes', 'ends', 'last used', 'revoked'];
  const rows = tokens.map((one) => [
    one.id,
    one.name,
    one.user,
    one.scopes.join(' '),
    ...[one.expires_at, one.last_used_at, one.revoked_at].map((at) => (at === null ? '' : chinaTime(at))),
  ]);
  return rows.length === 0
    ? lang === 'zh'
      ? '还没有令牌。'
      : 'There are no tokens yet.'
    : renderTable(headers, rows);
}
