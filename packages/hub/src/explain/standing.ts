import type { Bilingual, Customer } from '@bangqiao/core';
import { CANCELLED_BY_PERSON } from '../desk/writes.ts';
import { chinaTime } from '../words/china-time.ts';
import { say, sentences } from '../words/two-languages.ts';
import type { ChangeView, ConflictView, DecisionView, LogView, WriteView } from './explanation.ts';
import { inWords } from './phrases.ts';

export interface Facts {
  customer: Customer;
  /** Of a contact person: what its company is called, where the hub knows it. */
  company: string | null;
  decision: DecisionView | null;
  writes: readonly WriteView[];
  conflicts: readonly ConflictView[];
  history: readonly ChangeView[];
  log: readonly LogView[];
  /** A person cancelled its write, and it has not changed since. */
  declined: boolean;
}

/** What happened, what happens next, and whether somebody has to act, in a few plain sentences. */
export function standingOf(facts: Facts): Bilingual {
  if (facts.customer.erp_customer_id !== null) return inside(facts);
  return facts.customer.erp_contact_id === null ? outside(facts) : asContact(facts);
}

/** No customer of its own: a contact person of one. Later changes here do not travel. */
function asContact({ customer, company, writes }: Facts): Bilingual {
  const name = company ?? String(customer.erp_contact_of);
  const write = writes.find(({ kind, state }) => kind === 'contact' && state === 'confirmed');
  return sentences([
    say(
      `在 ERP 中是 ${name} 的联系人（联系人编号 ${customer.erp_contact_id}），不另建客户`,
      `stands in the ERP as contact person of ${name} (contact record ${customer.erp_contact_id}), not as a customer of its own`,
    ),
    write === undefined ? null : broughtIn(write),
    absence(customer),
    say('之后的本地改动不再写入 ERP', 'later changes here are not written to the ERP'),
  ]);
}

function broughtIn(write: WriteView): Bilingual {
  const at = chinaTime(write.changed_at);
  const rule = byRule(write);
  return write.outcome === 'created'
    ? say(`由邦桥于 ${at} 添加：${rule.zh}准入`, `added by Bangqiao at ${at}: let in by ${rule.en}`)
    : say(
        `${rule.zh}准入；ERP 里已有这位联系人，于 ${at} 关联`,
        `let in by ${rule.en}; the ERP had this contact person already, linked at ${at}`,
      );
}

function inside(facts: Facts): Bilingual {
  const { customer } = facts;
  const number = customer.erp_customer_code ?? '—';
  return sentences([
    say(
      `已在 ERP，客户编号 ${number}（内部编号 ${customer.erp_customer_id}）`,
      `in the ERP as customer number ${number} (record ${customer.erp_customer_id})`,
    ),
    origin(facts),
    absence(customer),
    ...duties(facts),
  ]);
}

/** How it came to be in the ERP: written by us, linked, or read from there without any rule. */
function origin({ writes, log, history, decision }: Facts): Bilingual | null {
  const create = writes.find((write) => write.kind === 'create' && write.state === 'confirmed');
  if (create?.outcome === 'created') {
    const at = chinaTime(create.changed_at);
    return say(
      `由邦桥于 ${at} 新建：${byRule(create).zh}准入`,
      `created by Bangqiao at ${at}: let in by ${byRule(create).en}`,
    );
  }
  if (create?.outcome === 'linked') return linked(create, log);
  const adopted = log.find((line) => line.type === 'merge');
  if (adopted) {
    const at = chinaTime(adopted.at);
    return say(
      `ERP 里本来就有，于 ${at} 与微信联系人关联，没有新建`,
      `it was in the ERP before; linked with the WeChat contact at ${at}, nothing was created`,
    );
  }
  const first = history.find((change) => change.first !== null);
  if (decision !== null || first?.source !== 'erp') return null;
  return say(
    `是 ${chinaTime(first.at)} 从 ERP 读来的，没有经过准入判定`,
    `it was read from the ERP at ${chinaTime(first.at)}: no rule decided about it`,
  );
}

function linked(create: WriteView, log: readonly LogView[]): Bilingual {
  const at = chinaTime(create.changed_at);
  const how = create.trail.at(-1)?.words ?? log.find((line) => line.type === 'merge')?.reason ?? inWords('');
  return say(
    `${byRule(create).zh}准入；${how.zh}（${at}）`,
    `let in by ${byRule(create).en}; ${how.en} (${at})`,
  );
}

function byRule(write: WriteView): Bilingual {
  return say(
    `规则 ${write.rule}（规则集第 ${write.rule_set_version} 版）`,
    `rule ${write.rule} (rule set version ${write.rule_set_version})`,
  );
}

function absence({ erp_presence: presence }: Customer): Bilingual | null {
  switch (presence) {
    case 'gone':
      return say(
        '现在 ERP 中已没有它（全量核对没看到，单独查询也没有）；本地资料保留，不会自动重建，回来时会接上',
        'the ERP has it no longer (a full sweep missed it and its own record is not there); the hub keeps its copy, never re-creates it by itself, and takes it back when it returns',
      );
    case 'pool':
      return say('现在在 ERP 的客户池里，不是删除', "it is in the ERP's customer pool now, not deleted");
    case 'hidden':
      return say(
        '当前账号看不到它，不是删除，暂不写入',
        'this account may not see it; it is not deleted, and nothing is written',
      );
    default:
      return null;
  }
}

/** What is still open about a customer that is in the ERP; nothing to do when nothing is. */
function duties({ customer, writes, conflicts }: Facts): (Bilingual | null)[] {
  if (customer.marked_as_invalid) {
    return [
      say('已标记为无效，本地改动不再写入 ERP', 'marked invalid: changes here are not written to the ERP'),
    ];
  }
  const open = writes.find(isOpen);
  const disputes = conflicts.map(({ label }) => label);
  if (open === undefined && disputes.length === 0) {
    return [
      customer.local_dirty
        ? say('本地有改动，下次同步时核对并写入', 'changed here; the next sync compares and writes it')
        : say('两边一致，不需要您做什么', 'both sides agree, nothing to do for you'),
    ];
  }
  return [
    open ? openWrite(open) : null,
    disputes.length === 0
      ? null
      : say(
          `${disputes.map(({ zh }) => zh).join('、')} 两边不同，等您决定，之前两边都不改`,
          `the sides differ in ${disputes.map(({ en }) => en).join(', ')}: decide; neither side is changed before`,
        ),
  ];
}

function outside({ customer, decision, writes, declined }: Facts): Bilingual {
  const open = writes.find(isOpen);
  if (open) {
    const start =
      open.kind !== 'update' && open.rule !== null
        ? say(`还没有进入 ERP：${byRule(open).zh}已准入`, `not in the ERP yet: let in by ${byRule(open).en}`)
        : null;
    return sentences([start, openWrite(open)]);
  }
  if (decision === null) {
    return say(
      '还没有进入 ERP：还没有判定过，下次同步时自动判定。',
      'Not in the ERP: no rule has looked at it yet; the next sync does.',
    );
  }
  if (declined && decision.action !== 'SKIP') return cancelled(writes);
  const again = customer.erp_sync_status === 'pending' ? CHANGED_SINCE : null;
  if (decision.action !== 'SKIP') {
    return sentences([
      say('已准入，下次同步时写入 ERP', 'let in; the next sync writes it to the ERP'),
      again,
    ]);
  }
  return sentences([
    say(`没有进入 ERP：${decision.reason.zh}`, `not in the ERP: ${decision.reason.en}`),
    wayIn(decision),
    again,
  ]);
}

function cancelled(writes: readonly WriteView[]): Bilingual {
  const write = writes.find(({ error }) => error?.code === CANCELLED_BY_PERSON);
  const by = write?.trail.at(-1)?.by ?? '';
  const at = write === undefined ? '' : chinaTime(write.changed_at);
  return say(
    `没有进入 ERP：规则已准入，写入由 ${by} 于 ${at} 取消；客户资料有改动后会再写入。`,
    `Not in the ERP: a rule lets it in, and ${by} cancelled the write at ${at}; taken up again when the customer changes.`,
  );
}

const CHANGED_SINCE = say(
  '判定之后资料又有改动，下次同步会重新判定',
  'it changed after that decision; the next sync decides again',
);

/** The nearest way in, in the words of an office. */
function wayIn({ missing }: DecisionView): Bilingual | null {
  const [first] = missing;
  if (first === undefined) return null;
  const items = missing.filter(({ rule }) => rule === first.rule);
  const zh = items.map((item) => item.zh).join('、');
  const en = items.map((item) => item.en).join(', ');
  if (first.what === 'marked_as_invalid') {
    return say(
      '如果标记有误，取消“无效”标记后会重新判定',
      'if the mark is wrong, take it off and it is decided again',
    );
  }
  return say(
    `离准入最近的一步：${zh}；补上后自动进入 ERP`,
    `the nearest step in: ${en}; with that it enters the ERP by itself`,
  );
}

function isOpen(write: WriteView): boolean {
  return write.state !== 'confirmed' && write.state !== 'cancelled';
}

function openWrite(write: WriteView): Bilingual {
  const why = write.error?.words ?? say('', '');
  switch (write.state) {
    case 'waiting': {
      const at = write.retry_at === null ? null : chinaTime(write.retry_at);
      return say(
        `写入在等待：${why.zh}；${at === null ? '' : `${at} 后`}自动再试，不需要您做什么`,
        `the write waits: ${why.en}; tried again by itself${at === null ? '' : ` after ${at}`}, nothing to do for you`,
      );
    }
    case 'parked':
      return say(
        `需要您处理：${why.zh}。下一步：${write.next?.zh ?? '请核对'}`,
        `it needs you: ${why.en}. Next: ${write.next?.en ?? 'check it'}`,
      );
    case 'sent':
    case 'in_doubt':
      return say(
        '已发送，还不知道 ERP 是否收下；下次同步先回读核对，不会重复新建，不需要您做什么',
        'sent, but not known yet whether the ERP stored it; the next sync reads it back first and creates nobody twice, nothing to do for you',
      );
    default:
      return say('写入已计划，同步时自动完成', 'the write is planned; a sync carries it out by itself');
  }
}
