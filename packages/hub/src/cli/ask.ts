import type { Bilingual, Language } from '@bangqiao/core';
import { cancel, confirm, intro, isCancel, password, text } from '@clack/prompts';
import type { ErpAnswers } from '../config/write-erp.ts';
import { HubError } from '../errors.ts';

/** What is wrong with an address; undefined when it is one. */
export function urlProblem(text: string | undefined): Bilingual | undefined {
  if (text && /^https?:\/\/[^/\s]/.test(text.trim()) && URL.canParse(text.trim())) return undefined;
  return { zh: '应为 http:// 或 https:// 开头的地址', en: 'an http:// or https:// address is expected' };
}

/** Asks a person at a terminal for what is not known yet. */
export async function askForErp(lang: Language, known: Partial<ErpAnswers>): Promise<ErpAnswers> {
  const words = WORDS[lang];
  intro(words.intro);
  const baseUrl =
    known.baseUrl ??
    (await answered(
      text({
        message: words.baseUrl,
        placeholder: 'http://erp.example.com',
        validate: (value) => urlProblem(value)?.[lang],
      }),
      lang,
    ));
  const username =
    known.username ??
    (await answered(
      text({ message: words.username, validate: (value) => (value?.trim() ? undefined : words.empty) }),
      lang,
    ));
  const secret =
    known.password ??
    (await answered(
      password({ message: words.password, validate: (value) => (value ? undefined : words.empty) }),
      lang,
    ));
  return { baseUrl: baseUrl.trim(), username: username.trim(), password: secret };
}

/** A new password, typed twice and shown never. */
export async function askForPassword(lang: Language, name: string): Promise<string> {
  const [ask, again, differ] =
    lang === 'zh'
      ? [`${name} 的新密码（至少 10 个字符）`, '再输入一次', '两次输入的不一样']
      : [`New password of ${name} (10 characters at least)`, 'Once more', 'The two differ'];
  const first = await answered(
    password({ message: ask, validate: (value) => ((value ?? '').length >= 10 ? undefined : ask) }),
    lang,
  );
  await answered(
    password({ message: again, validate: (value) => (value === first ? undefined : differ) }),
    lang,
  );
  return first;
}

export async function confirmOverwrite(lang: Language, file: string): Promise<boolean> {
  const message =
    lang === 'zh'
      ? `${file} 已经存在。修改其中的 ERP 连接（地址、账号、密码）吗？（其他内容不变）`
      : `${file} is there already. Change the ERP in it? (The rest stays.)`;
  return await answered(confirm({ message, initialValue: false }), lang);
}

/** No is what Enter means. */
export async function confirmWrite(lang: Language): Promise<boolean> {
  const answer = await confirm({ ...WRITE[lang], initialValue: false });
  return answer === true;
}

const WRITE = {
  zh: { message: '写入 ERP 吗？', active: '是', inactive: '否' },
  en: { message: 'Write it into the ERP?', active: 'Yes', inactive: 'No' },
} as const;

async function answered<T>(question: Promise<T>, lang: Language): Promise<Exclude<T, symbol>> {
  const answer = await question;
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel(WORDS[lang].cancelled);
  throw new HubError({
    code: 'cancelled',
    exitCode: 2,
    zh: '已取消，什么都没有写。',
    en: 'Cancelled; nothing was written.',
    nextZh: '要继续，再运行同一条命令',
    nextEn: 'To go on, run the same command again',
  });
}

const WORDS = {
  zh: {
    intro: '邦桥 · 连接智邦国际 ERP',
    baseUrl: 'ERP 地址',
    username: '登录账号（建议单独为邦桥建一个）',
    password: '密码（保存在 storage/erp_password，仅本人可读）',
    empty: '不能为空',
    cancelled: '已取消',
  },
  en: {
    intro: 'Bangqiao · connect the 智邦国际 ERP',
    baseUrl: 'Address of the ERP',
    username: 'Account (better one of its own for Bangqiao)',
    password: 'Password (kept in storage/erp_password, readable by you only)',
    empty: 'It must not be empty',
    cancelled: 'Cancelled',
  },
} as const;
