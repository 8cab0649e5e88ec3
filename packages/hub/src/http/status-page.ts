import type { Bilingual, Language } from '@bangqiao/core';
import { chinaTime } from '../words/china-time.ts';
import { escapeHtml } from './escape.ts';
import { type Health, type LastRun, type Readiness, readinessOf, STARTING } from './health.ts';

/**
 * One small page on how the service is; without scripts, and nothing from elsewhere. While something is being prepared it says that
 * alone and asks again soon, at the same address: what comes then is the console. Figures are for this machine alone (`isNear`).
 */
export function statusPage(
  health: Health,
  lang: Language,
  { isConsoleBuilding, isNear }: { isConsoleBuilding: boolean; isNear: boolean },
): string {
  const isStarting = health.database.problem === STARTING;
  const wait = isConsoleBuilding ? BUILDING : isStarting ? OPENING : null;
  const docs =
    lang === 'zh' ? '<a href="/docs/zhibang">接口文档</a>' : '<a href="/docs/zhibang/en">ERP endpoints</a>';
  const other = lang === 'zh' ? '<a href="/?lang=en">English</a>' : '<a href="/?lang=zh">中文</a>';
  const body = wait
    ? `<p class="wait" role="status">${escapeHtml(wait[lang])}</p>`
    : howItIs(health, lang) + (isNear ? factsHtml(health, lang) : '');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>邦桥 Bangqiao</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${wait ? 2 : 15}"><style>${STYLE}</style></head>
<body><header><h1>邦桥 Bangqiao</h1><span>${docs} · ${other}</span></header>
${body}
</body></html>
`;
}

function howItIs(health: Health, lang: Language): string {
  const readiness = readinessOf(health);
  return `<p class="${readiness}">${escapeHtml(STATUS[readiness][lang])}</p>`;
}

function factsHtml(health: Health, lang: Language): string {
  const say = (words: Bilingual) => escapeHtml(words[lang]);
  const { counts, lastRun } = health;
  const facts: [Bilingual, string][] = [
    [{ zh: '数据库', en: 'Database' }, databaseText(health, lang)],
    [{ zh: 'ERP', en: 'ERP' }, erpText(health, lang)],
    [{ zh: '客户', en: 'Customers' }, `${counts.customers}`],
    [{ zh: '已关联 ERP', en: 'Linked with the ERP' }, `${counts.linked}`],
    [{ zh: '等待重试', en: 'Waiting' }, `${counts.waiting}`],
    [{ zh: '待人处理', en: 'Parked' }, `${counts.parked}`],
  ];
  const rows = facts
    .map(([name, value]) => `<tr><th>${say(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('');
  return `
<table>${rows}</table>
<h2>${say({ zh: '最近一次同步', en: 'Last run' })}</h2>${lastRun ? runHtml(lastRun, lang) : `<p>${say({ zh: '还没有同步过', en: 'None yet' })}</p>`}`;
}

const BUILDING: Bilingual = {
  zh: '控制台页面正在准备：只在第一次启动或升级后，一般几秒钟。准备好后这里会自己打开，不用刷新。',
  en: 'The console is being prepared: at the first start and after an upgrade only, for some seconds. It opens here by itself.',
};

const OPENING: Bilingual = {
  zh: '邦桥正在启动，正在打开数据库，一般几秒钟。好了这里会自己更新。',
  en: 'Bangqiao is starting and opens its database, for some seconds. This page goes on by itself.',
};

const STATUS: Record<Readiness, Bilingual> = {
  ready: { zh: '运行正常', en: 'All well' },
  degraded: { zh: '在运行，但有问题', en: 'Running, with trouble' },
  down: { zh: '数据库没有应答', en: 'The database does not answer' },
};

function databaseText(health: Health, lang: Language): string {
  if (health.database.ok) return lang === 'zh' ? '正常' : 'answers';
  return health.database.problem ?? (lang === 'zh' ? '没有应答' : 'no answer');
}

function erpText(health: Health, lang: Language): string {
  const { erp } = health;
  if (erp === null) return lang === 'zh' ? '没有配置' : 'none configured';
  const name = erp.kind === 'stand-in' ? (lang === 'zh' ? '模拟 ERP，' : 'stand-in, ') : '';
  if (erp.reachable === null) return `${name}${lang === 'zh' ? '尚未连接' : 'not asked yet'}`;
  const state = erp.reachable ? { zh: '可以连接', en: 'reachable' } : { zh: '连接不上', en: 'not reachable' };
  return `${name}${state[lang]}${erp.checkedAt ? ` (${chinaTime(erp.checkedAt)})` : ''}`;
}

function runHtml(run: LastRun, lang: Language): string {
  const state =
    run.ok === null
      ? { zh: '进行中', en: 'running' }
      : run.ok
        ? { zh: '成功', en: 'done' }
        : { zh: '失败', en: 'failed' };
  const head = `${run.kind} · ${chinaTime(run.startedAt)} · ${state[lang]}${run.error ? ` · ${run.error}` : ''}`;
  const halves = [
    figures(lang === 'zh' ? '拉取' : 'Pull', run.pull),
    figures(lang === 'zh' ? '推送' : 'Push', run.push),
  ];
  return `<p>${escapeHtml(head)}</p>${halves.join('')}`;
}

function figures(title: string, half: LastRun['pull']): string {
  if (half === null) return '';
  const names = Object.keys(half).map((name) => `<th>${escapeHtml(name)}</th>`);
  const values = Object.values(half).map((value) => `<td>${escapeHtml(String(value))}</td>`);
  return `<h3>${escapeHtml(title)}</h3><table><tr>${names.join('')}</tr><tr>${values.join('')}</tr></table>`;
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}
header{display:flex;justify-content:space-between;align-items:baseline}h1{font-size:1.4rem}h2{font-size:1.1rem}h3{font-size:1rem;margin-bottom:.2rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.15rem 1rem .15rem 0;font-weight:normal}th{color:#666}
p.wait{background:#e7f0fa;padding:.6rem 1rem;border-radius:.5rem}p.ready{color:#067d3b}p.degraded{color:#a15c00}p.down{color:#b00020}`;
