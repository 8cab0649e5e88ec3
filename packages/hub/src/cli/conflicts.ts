import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { type Answer, type Conflict, listConflicts, resolveConflict } from '../desk/conflicts.ts';
import { HubError } from '../errors.ts';
import { labelOf } from '../explain/labels.ts';
import { inWords } from '../explain/phrases.ts';
import type { Resolution } from '../store/index.ts';
import { chinaTime } from '../words/china-time.ts';
import { eachOne, withRefused } from './each-one.ts';
import { idIn, idsIn } from './numbers.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `conflicts`: what both sides changed differently, and a person's answer. */
export function conflictsVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('conflicts')
    .description(
      text({ zh: '两边都改过的字段：查看、裁定', en: 'fields that both sides changed: see and settle' }),
    );
  group.helpCommand(false);
  addVerb<{ all?: boolean }>(group, context, {
    usage: 'list',
    summary: { zh: '待裁定的冲突', en: 'the open conflicts' },
    setUp: (command, words) => command.option('--all', words({ zh: '包括已裁定的', en: 'settled ones too' })),
    work: (session, { all = false }) =>
      withDatabase(session, async (store) => {
        const conflicts = await listConflicts(store.db, { all });
        session.result({ conflicts }, listText(conflicts, session.lang));
      }),
  });
  addVerb(group, context, {
    usage: 'show <id>',
    summary: { zh: '一个冲突的两边、依据和处理', en: 'one conflict: both values and what they rest on' },
    work: (session, _options, id = '') =>
      withDatabase(session, async (store) => {
        const [conflict] = await listConflicts(store.db, { ids: [idIn(id, noConflict)], all: true });
        if (!conflict) throw noConflict(id);
        session.result(conflict, showText(conflict, session.lang));
      }),
  });
  resolveVerb(group, context);
}

interface ResolveOptions {
  take?: string;
  value?: string;
  field?: string;
  customer?: string;
  yes?: boolean;
}

function resolveVerb(group: Command, context: CliContext): void {
  addVerb<ResolveOptions>(group, context, {
    usage: 'resolve [ids]',
    changes: true,
    summary: {
      zh: '裁定：用 ERP 的、用这里的，或输入一个值；编号用逗号分开，或用 --field/--customer 选一批',
      en: "settle: the ERP's value, the hub's, or a typed one; numbers with commas, or many by --field/--customer",
    },
    setUp: (command, words) =>
      command
        .option('--take <erp|hub>', words({ zh: '采用哪一边的值', en: 'whose value stands' }))
        .option('--value <text>', words({ zh: '输入的值', en: 'a value of your own' }))
        .option('--field <name>', words({ zh: '这个字段的全部冲突', en: 'all conflicts of this field' }))
        .option('--customer <who>', words({ zh: '这位客户的全部冲突', en: 'all conflicts of this customer' }))
        .option('--yes', words({ zh: '一次裁定多个，不再确认', en: 'settle several without being asked' })),
    work: (session, options, ids) =>
      withDatabase(session, async (store) => {
        const answer = answerOf(options);
        const which = ids ? { ids: idsIn(ids, noConflict) } : await chosen();
        const open = await listConflicts(store.db, which);
        if (open.length === 0) throw noConflict(ids ?? '');
        if (!ids && open.length > 1 && !options.yes) {
          session.result({ wouldResolve: open.length, conflicts: open }, listText(open, session.lang));
          session.note({
            zh: `以上 ${open.length} 个冲突尚未裁定；确认请加 --yes`,
            en: `None of these ${open.length} is settled yet; add --yes if you mean them all`,
          });
          return 3;
        }
        const asked = 'ids' in which ? which.ids : open.map(({ id }) => id);
        const { done: resolved, refused } = await eachOne(asked, (id) =>
          resolveConflict(store, id, answer, thisPerson()),
        );
        const text = resolvedText(resolved, session.lang);
        session.result({ resolved, refused }, withRefused(text, refused, session.lang));
        return refused.length === 0 ? 0 : 1;

        async function chosen() {
          if (!options.field && !options.customer) throw noConflict('');
          return {
            ...(options.field ? { field: options.field } : {}),
            ...(options.customer ? { customerId: (await oneCustomer(store, options.customer)).id } : {}),
          };
        }
      }),
  });
}

function answerOf({ take, value }: ResolveOptions): Answer {
  if (value !== undefined && take === undefined) return { value };
  if (value === undefined && (take === 'erp' || take === 'hub')) return { take };
  throw new HubError({
    code: 'no_answer',
    exitCode: 2,
    zh: '请说明采用哪个值。',
    en: 'Say which value is to stand.',
    nextZh: '--take erp、--take hub 或 --value 内容，三选一',
    nextEn: 'One of --take erp, --take hub, --value TEXT',
  });
}

function noConflict(id: string): HubError {
  return new HubError({
    code: 'no_conflict',
    exitCode: 2,
    zh: `没有这样的冲突${id === '' ? '' : `：${id}`}`,
    en: `No such conflict${id === '' ? '' : `: ${id}`}`,
    nextZh: '查看待处理的冲突：bangqiao conflicts list',
    nextEn: 'See the open ones: bangqiao conflicts list',
  });
}

function listText(conflicts: readonly Conflict[], lang: Language): string {
  if (conflicts.length === 0) return lang === 'zh' ? '没有冲突。' : 'No conflicts.';
  const headers =
    lang === 'zh'
      ? ['编号', '客户', '字段', '这里的值', 'ERP 的值', '状态']
      : ['id', 'customer', 'field', 'here', 'in the ERP', 'state'];
  return renderTable(
    headers,
    conflicts.map((one) => [
      one.id,
      one.customer,
      fieldName(one.field, lang),
      one.hub_value ?? '',
      one.erp_value ?? '',
      stateName(one)[lang],
    ]),
  );
}

/** With the name that `--field` takes. */
function fieldName(field: string, lang: Language): string {
  const label = labelOf(field)[lang];
  return label === field ? field : `${label} ${field}`;
}

const OPEN: Bilingual = { zh: '待裁定', en: 'open' };
const RESOLUTIONS: Readonly<Record<Resolution, Bilingual>> = {
  agreed: { zh: '两边已一致', en: 'both agree by now' },
  parted: { zh: '客户已拆分', en: 'the customer was parted' },
  erp: { zh: '采用 ERP 的值', en: "the ERP's value" },
  hub: { zh: '采用这里的值', en: "the hub's value" },
  value: { zh: '采用输入的值', en: 'a typed value' },
};

function stateName({ resolution }: Conflict): Bilingual {
  return resolution === null ? OPEN : RESOLUTIONS[resolution];
}

function showText(one: Conflict, lang: Language): string {
  const zh = lang === 'zh';
  const hub = (one.evidence.hub ?? {}) as Record<string, unknown>;
  const erp = (one.evidence.erp ?? {}) as Record<string, unknown>;
  const time = (at: unknown) => (at ? chinaTime(String(at)) : '');
  const change = [hub.changed_by, time(hub.changed_at), inWords(String(hub.change_reason ?? ''))[lang]]
    .filter(Boolean)
    .join(zh ? '，' : ', ');
  const agreed = one.base_erp ?? one.base_hub ?? '';
  return [
    `${one.customer}  ${fieldName(one.field, lang)}`,
    zh ? `  这里：${one.hub_value ?? ''}（${change}）` : `  here: ${one.hub_value ?? ''} (${change})`,
    zh
      ? `  ERP：${one.erp_value ?? ''}（内部编号 ${erp.ord ?? ''}，${time(erp.read_at)} 读到）`
      : `  ERP: ${one.erp_value ?? ''} (record ${erp.ord ?? ''}, read ${time(erp.read_at)})`,
    zh ? `  上次一致的值：${agreed}` : `  last agreed: ${agreed}`,
    one.state === 'open'
      ? `→ bangqiao conflicts resolve ${one.id} --take erp|hub`
      : `  ${stateName(one)[lang]} · ${one.resolved_by ?? ''} · ${time(one.resolved_at)}${one.loser ? ` · ${zh ? '未采用' : 'not taken'}: ${one.loser}` : ''}`,
  ].join('\n');
}

function resolvedText(resolved: readonly Conflict[], lang: Language): string {
  const said =
    lang === 'zh'
      ? `已裁定 ${resolved.length} 个冲突，需要写入 ERP 的会在下次同步写入。`
      : `${resolved.length} settled; what the ERP is to have is sent by the next sync.`;
  return `${listText(resolved, lang)}\n${said}`;
}
