import type { Bilingual, Language } from '@bangqiao/core';
import { KIND_WORDS, STATE_WORDS } from '../journal/words.ts';
import { chinaClock, chinaTime } from '../words/china-time.ts';
import { listed, say } from '../words/two-languages.ts';
import type { SentField, WriteView } from './explanation.ts';
import { labelOf, valueName } from './labels.ts';

const OUTCOMES: Readonly<Record<string, Bilingual>> = {
  created: say('已新建', 'created'),
  linked: say('关联到已有客户，没有新建', 'linked to a customer that was there, nothing created'),
  updated: say('已修改', 'updated'),
  unchanged: say('不用改', 'nothing to change'),
  assigned: say('已指派', 'assigned'),
  level_set: say('已写入', 'set'),
  contact: say('改为添加联系人', 'becomes a contact person instead'),
};

/** One write: what it was, what left, what came back, what went wrong, and its way. */
export function writeLines(write: WriteView, lang: Language): string[] {
  const lines = [headline(write, lang), `  ${because(write)[lang]}`];
  if (carriesFields(write)) lines.push(`  ${sentLine(write, lang)}`);
  const back = backLine(write, lang);
  if (back !== null) lines.push(`  ${back}`);
  const lost = write.fields.filter((field) => !field.kept);
  if (lost.length > 0) lines.push(`  ${differing(lost, lang)}`);
  if (write.error) lines.push(`  ${errorLine(write, lang)}`);
  if (write.next) lines.push(`  ${lang === 'zh' ? '下一步：' : 'next: '}${write.next[lang]}`);
  lines.push(`  ${wayLine(write, lang)}`);
  return lines;
}

/** What follows a create carries none: its way says what was sent. */
const carriesFields = ({ kind }: WriteView) => kind !== 'assign' && kind !== 'level';

function headline(write: WriteView, lang: Language): string {
  const kind = KIND_WORDS[write.kind];
  const state = STATE_WORDS[write.state][lang];
  const outcome =
    write.outcome === null
      ? ''
      : ` · ${(OUTCOMES[write.outcome] ?? say(write.outcome, write.outcome))[lang]}`;
  const ord = write.ord === null ? '' : lang === 'zh' ? `  内部编号 ${write.ord}` : `  record ${write.ord}`;
  const number =
    write.number === null ? '' : lang === 'zh' ? `  客户编号 ${write.number}` : `  number ${write.number}`;
  return `${chinaTime(write.changed_at)}  ${kind[lang]} · ${state}${outcome}${ord}${number}`;
}

function because(write: WriteView): Bilingual {
  const zh =
    write.rule === null ? write.reason.zh : `${write.reason.zh}（规则集第 ${write.rule_set_version} 版）`;
  return say(`原因：${zh}`, `because: ${write.reason.en}`);
}

function sentLine({ request, fields, outcome, saves }: WriteView, lang: Language): string {
  if (request === null) {
    const why =
      outcome === 'linked' || outcome === 'contact'
        ? say('（没有新建，不需要发送）', ' (nothing was created)')
        : say('', '');
    return saves === 0
      ? say(`发送：没有向 ERP 发送任何内容${why.zh}`, `sent: nothing${why.en}`)[lang]
      : say('发送：内容已不保留', 'sent: no longer kept')[lang];
  }
  const parts = fields.map(({ label, sent }) =>
    say(`${label.zh} ${shown(sent, 'zh')}`, `${label.en} ${shown(sent, 'en')}`),
  );
  return `${lang === 'zh' ? '发送：' : 'sent: '}${listed(parts, lang)}`;
}

/** What the record held when it was read back; that is the ERP's answer that counts. */
function backLine({ response, request, error, state }: WriteView, lang: Language): string | null {
  if (response === null) {
    if (request === null || error !== null) return null;
    return state === 'confirmed' ? null : say('返回：还没有读到', 'came back: nothing was read yet')[lang];
  }
  const filled = Object.entries(response).flatMap(([column, value]) =>
    value === null
      ? []
      : [
          say(
            `${labelOf(column).zh} ${valueName(column, value).zh}`,
            `${labelOf(column).en} ${valueName(column, value).en}`,
          ),
        ],
  );
  return `${lang === 'zh' ? '返回（回读）：' : 'came back (read back): '}${listed(filled, lang)}`;
}

function differing(lost: readonly SentField[], lang: Language): string {
  const parts = lost.map(({ label, came_back: back }) =>
    back === ''
      ? say(`${label.zh}没有保留`, `${label.en} was not kept`)
      : say(`${label.zh}变成 ${back}`, `${label.en} became ${back}`),
  );
  return `${lang === 'zh' ? '与发送的不同：' : 'different from what was sent: '}${listed(parts, lang)}`;
}

function errorLine({ error, attempts, retry_at: retryAt, state }: WriteView, lang: Language): string {
  const again =
    state === 'waiting' && retryAt !== null
      ? say(
          `；已试 ${attempts} 次，${chinaTime(retryAt)} 后自动再试`,
          `; tried ${attempts} times, again by itself after ${chinaTime(retryAt)}`,
        )
      : say('', '');
  return say(
    `返回：${error?.words.zh}（${error?.code}）${again.zh}`,
    `came back: ${error?.words.en} (${error?.code})${again.en}`,
  )[lang];
}

function wayLine({ trail }: WriteView, lang: Language): string {
  const steps = trail.map(({ at, from, to, words }) => {
    const state = from === to ? '' : `${STATE_WORDS[to][lang]} `;
    return `${chinaClock(at)} ${state}${lang === 'zh' ? `（${words.zh}）` : `(${words.en})`}`;
  });
  return `${lang === 'zh' ? '经过：' : 'way: '}${steps.join(' → ')}`;
}

function shown(value: string, lang: Language): string {
  return value === '' ? (lang === 'zh' ? '空' : 'empty') : value;
}
