import type { Bilingual, Language } from '@bangqiao/core';
import { valueName } from '../explain/labels.ts';
import { chinaTime } from '../words/china-time.ts';
import { say } from '../words/two-languages.ts';
import { runSentence } from './run-sentence.ts';
import type { Pile, Rate, Status } from './status.ts';
import { wechatLines } from './wechat.ts';

/** The status for people: the one line that matters, then what is open, then the figures. Times are China's. */
export function statusText(status: Status, lang: Language): string {
  const blocks = [
    [status.headline[lang], underWay(status)?.[lang]],
    pileLines(status.writes.parked, say('需要您处理的写入', 'writes that need you'), lang),
    pileLines(
      status.writes.in_doubt,
      say('存疑的写入（系统会回读核对）', 'writes in doubt (read back by itself)'),
      lang,
    ),
    pileLines(
      status.writes.waiting,
      say('等待重试的写入（系统会自动再试）', 'waiting writes (tried again by itself)'),
      lang,
    ),
    [conflicts(status)?.[lang]],
    wechatLines(status.wechat).map((line) => line[lang]),
    followUpLines(status).map((line) => line[lang]),
    [say('最近的同步', 'Last runs')[lang], ...runLines(status, lang)],
    figures(status).map((line) => line[lang]),
  ];
  return blocks
    .map((lines) => lines.filter((line) => line !== undefined).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}

function underWay({ under_way: running }: Status): Bilingual | null {
  if (running === null) return null;
  const { label, host, pid } = running;
  const since = chinaTime(running.since);
  return say(
    `正在同步：${label}（${host}，进程 ${pid}），从 ${since} 开始`,
    `A sync is under way: ${label} (${host}, process ${pid}), since ${since}`,
  );
}

function conflicts({ conflicts: count }: Status): Bilingual | null {
  if (count === 0) return null;
  return say(
    `两边不同、等您决定的字段：${count} 处（决定之前两边都不改）`,
    `Fields whose sides differ and wait for you: ${count} (neither is changed before)`,
  );
}

function followUpLines({ follow_ups: count }: Status): Bilingual[] {
  const lines: Bilingual[] = [];
  if (count.doubtful > 0)
    lines.push(
      say(
        `存疑的跟进 ${count.doubtful} 条：在 ERP 看过后回答 bangqiao followups there 或 send`,
        `Follow-ups in doubt: ${count.doubtful}. Look in the ERP, then answer bangqiao followups there or send`,
      ),
    );
  if (count.parked > 0)
    lines.push(
      say(
        `需要您处理的跟进 ${count.parked} 条（bangqiao followups list）`,
        `Follow-ups that need you: ${count.parked} (bangqiao followups list)`,
      ),
    );
  if (count.held > 0)
    lines.push(
      say(
        `等您发送的跟进 ${count.held} 条（bangqiao followups send held）`,
        `Follow-ups held for you: ${count.held} (bangqiao followups send held)`,
      ),
    );
  const left = count.planned + count.waiting;
  if (left + count.sent + count.there > 0)
    lines.push(
      say(
        `跟进：已写入 ${count.sent + count.there}，待发送 ${left}`,
        `Follow-ups: ${count.sent + count.there} written, ${left} to be sent`,
      ),
    );
  return lines;
}

function pileLines({ count, first }: Pile, title: Bilingual, lang: Language): string[] {
  if (count === 0) return [];
  const lines = first.map(({ customer_id: id, name, code, why, next, retry_at: retryAt }) => {
    const parts = [
      why === null ? null : `${why[lang]}${code === null ? '' : ` (${code})`}`,
      next?.[lang] ?? null,
      retryAt === null
        ? null
        : say(`${chinaTime(retryAt)} 后自动再试`, `again by itself after ${chinaTime(retryAt)}`)[lang],
    ];
    return `  #${id} ${name}${lang === 'zh' ? '：' : ': '}${parts.filter((part) => part !== null).join(lang === 'zh' ? '；' : '; ')}`;
  });
  const rest = count - first.length;
  if (rest > 0) lines.push(say(`  还有 ${rest} 个`, `  ${rest} more`)[lang]);
  return [lang === 'zh' ? `${title.zh}：${count}` : `${count} ${title.en}`, ...lines];
}

function runLines({ runs }: Status, lang: Language): string[] {
  if (runs.length === 0) return [say('  还没有。运行 bangqiao sync', '  None yet. Run bangqiao sync')[lang]];
  return runs.map((run) => `  ${runSentence(run)[lang]}`);
}

function figures({ customers, success, quality, mirror, erp, rules }: Status): Bilingual[] {
  const { by_stage: stage, outside } = customers;
  const status = (name: 'pending' | 'failed' | 'skipped') => valueName('erp_sync_status', name);
  const sweep = mirror.last_complete_sweep;
  return [
    say(
      `客户 ${customers.total} 位：微信联系人 ${stage.contact}，线索 ${stage.lead}，客户 ${stage.customer}；已在 ERP ${customers.in_erp}`,
      `${customers.total} customers: ${stage.contact} contacts, ${stage.lead} leads, ${stage.customer} customers; ${customers.in_erp} in the ERP`,
    ),
    say(
      `不在 ERP 的：${status('pending').zh} ${outside.pending}，${status('skipped').zh} ${outside.skipped}，${status('failed').zh} ${outside.failed}`,
      `not in the ERP: ${outside.pending} pending, ${outside.skipped} kept out, ${outside.failed} failed`,
    ),
    say(
      `写入成功率：最近 24 小时 ${rate(success.last_24_hours).zh}，最近 7 天 ${rate(success.last_7_days).zh}`,
      `successful writes: ${rate(success.last_24_hours).en} in 24 hours, ${rate(success.last_7_days).en} in 7 days`,
    ),
    say(
      `资料质量（全部客户，满分 100）：平均 ${quality.mean ?? '—'}；80 以上 ${quality.at_least_80}，60–79 ${quality.from_60}，30–59 ${quality.from_30}，30 以下 ${quality.less}`,
      `quality of all customers (of 100): mean ${quality.mean ?? '—'}; 80 and more ${quality.at_least_80}, 60–79 ${quality.from_60}, 30–59 ${quality.from_30}, below 30 ${quality.less}`,
    ),
    say(
      `ERP 镜像：${mirror.present} 位，客户池 ${mirror.pool}，无权查看 ${mirror.hidden}，已不在 ERP ${mirror.gone}，手机号未读到 ${mirror.without_phone}（其中看不到的 ${mirror.unreadable}）；上次完整核对 ${sweep === null ? '还没有' : chinaTime(sweep)}`,
      `mirror of the ERP: ${mirror.present} customers, ${mirror.pool} in the pool, ${mirror.hidden} out of sight, ${mirror.gone} gone, ${mirror.without_phone} without a phone read (${mirror.unreadable} of them unreadable); last complete sweep ${sweep === null ? 'none yet' : chinaTime(sweep)}`,
    ),
    rules === null
      ? say('规则：还没有启用', 'rules: none in force yet')
      : say(
          `规则：第 ${rules.version} 版，启用 ${rules.active} 条`,
          `rules: version ${rules.version}, ${rules.active} active`,
        ),
    bound(erp),
    say('时间均为北京时间。', 'All times are China Standard Time.'),
  ];
}

function rate({ tried, succeeded, share }: Rate): Bilingual {
  if (share === null) return say('没有写入', 'none tried');
  const percent = `${Math.floor(share * 1000) / 10}%`;
  return say(`${percent}（${tried} 次中 ${succeeded} 次）`, `${percent} (${succeeded} of ${tried})`);
}

function bound(erp: Status['erp']): Bilingual {
  if (erp === null)
    return say('ERP：还没有绑定，第一次核对时绑定', 'ERP: not bound yet; the first sweep does it');
  const since = chinaTime(erp.bound_at);
  if (erp.kind === 'stand-in')
    return say(`ERP：演示用的模拟 ERP（${since} 起）`, `ERP: the stand-in of the demo (since ${since})`);
  return say(
    `ERP：${erp.base_url}，账号 ${erp.account}（${since} 起）`,
    `ERP: ${erp.base_url}, account ${erp.account} (since ${since})`,
  );
}
