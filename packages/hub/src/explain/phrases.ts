import type { Bilingual, Language } from '@bangqiao/core';
import { chinaTime } from '../words/china-time.ts';
import { say } from '../words/two-languages.ts';
import { keyName, labelOf } from './labels.ts';

type Phrase = readonly [RegExp, (match: RegExpExecArray) => Bilingual];

/** What the engine writes into audit rows, history and log, for people. The engine's words are the keys; a test keeps them in step. */
const PHRASES: readonly Phrase[] = [
  [/^WeCom changed the id$/, () => say('企业微信更换了 ID', 'WeCom changed the id')],
  [/^the change of the id is undone$/, () => say('撤销更换 ID', 'the change of the id is undone')],
  [/^claimed$/, () => say('开始处理', 'taken up')],
  [/^a conversation that ended$/, () => say('一次会话结束', 'a conversation that ended')],
  [/^held for a person to send$/, () => say('等人发送', 'held for a person to send')],
  [/^leaves for record (\d+)$/, ([, ord]) => say(`发往内部编号 ${ord}`, `leaves for record ${ord}`)],
  [/^follows the create$/, () => say('新建之后的一步', 'follows the create')],
  [
    /^the scores ask for (.+)$/,
    ([, level]) => say(`评分变了，跟进程度应为 ${level}`, `the scores ask for follow level ${level}`),
  ],
  [
    /^follow level (.+) leaves$/,
    ([, level]) => say(`跟进程度发出：${level}`, `follow level ${level} leaves`),
  ],
  [/^read back: the list shows that level$/, () => say('回读核对，已写入', 'read back: it is set')],
  [/^the ERP has that level already$/, () => say('ERP 已是这个跟进程度', 'the ERP has that level already')],
  [
    /^the ERP said yes; its list does not tell the level$/,
    () =>
      say(
        'ERP 答复成功（列表里看不到跟进程度，无法核对）',
        'the ERP said yes; its list does not tell the level, so it was not compared',
      ),
  ],
  [
    /^the list does not tell the level: it is left as it is$/,
    () =>
      say(
        '列表里看不到跟进程度，不知道有没有人改过，不再改',
        'the list does not tell the level, and somebody may have changed it: it is left as it is',
      ),
  ],
  [
    /^set in the ERP since: its level stands$/,
    () => say('ERP 里有人改过，以 ERP 为准', 'somebody changed it in the ERP: its level stands'),
  ],
  [/^assigned to (.+)$/, ([, who]) => say(`指派给 ${who}`, `assigned to ${who}`)],
  [/^opened to all sellers$/, () => say('对所有销售开放', 'opened to all sellers')],
  [/^read back: the list shows that seller$/, () => say('回读核对，已指派', 'read back: it is assigned')],
  [
    /^the ERP said yes; its list does not tell sellers$/,
    () =>
      say(
        'ERP 答复成功（列表里看不到销售人员，无法核对）',
        'the ERP said yes; its list shows no sellers to compare',
      ),
  ],
  [
    /^the ERP said yes; somebody else is the seller by now$/,
    () => say('ERP 答复成功，此后已改由别人负责', 'the ERP said yes; somebody else is the seller by now'),
  ],
  [
    /^no longer linked to that record$/,
    () => say('不再对应这条 ERP 记录', 'no longer linked to that record'),
  ],
  [
    /^marked invalid: nothing is written$/,
    () => say('已标记为无效，不再写入', 'marked invalid: nothing is written'),
  ],
  [
    /^no rule lets it in any more, and no save of it arrived$/,
    () =>
      say(
        '现在没有规则准入，之前的保存也没有进入 ERP，不再写入',
        'no rule lets it in any more, and no save of it arrived: taken back',
      ),
  ],
  [/^the ERP said yes$/, () => say('ERP 答复成功', 'the ERP said yes')],
  [/^a person saw it in the ERP$/, () => say('人已在 ERP 看到', 'a person saw it in the ERP')],
  [/^a person said: send it$/, () => say('人要求发送', 'a person said: send it')],
  [/^a person said: leave it out$/, () => say('人要求略过', 'a person said: leave it out')],
  [/^a person asked for another try$/, () => say('人要求重试', 'a person asked for another try')],
  [/^a person asked for it$/, () => say('按人的要求', 'a person asked for it')],
  [/^a person cancelled it$/, () => say('人已取消', 'a person cancelled it')],
  [/^write (\d+) cancelled$/, ([, id]) => say(`取消写入 ${id}`, `write ${id} cancelled`)],
  [/^conflict (\d+)$/, ([, id]) => say(`裁定冲突 ${id}`, `conflict ${id} settled`)],
  [/^restored$/, () => say('恢复以前的值', 'a former value put back')],
  [/^erased on request$/, () => say('按要求清空', 'erased on request')],
  [
    /^(\w+) erased on request$/,
    ([, field = '']) => say(`按要求清空${names(field, 'zh')}`, `${names(field, 'en')}: erased on request`),
  ],
  [/^its customer was erased$/, () => say('客户资料已删除', 'its customer was erased')],
  [/^its customer is one with another$/, () => say('已与另一位客户合并', 'its customer is one with another')],
  [/^one with #(\d+)$/, ([, id]) => say(`与 #${id} 合并`, `one with #${id}`)],
  [/^merged by a person$/, () => say('人工合并', 'merged by a person')],
  [/^parted by a person$/, () => say('人工拆分', 'parted by a person')],
  [
    /^changed in the row that became one with this$/,
    () => say('合成一条的另一行里改过', 'changed in the row that became one with this'),
  ],
  [
    /^number (\d+) means another customer in this ERP$/,
    ([, ord]) =>
      say(
        `内部编号 ${ord} 在这套 ERP 里是另一位客户，不再对应`,
        `record number ${ord} is another customer in this ERP: no longer linked to it`,
      ),
  ],
  [/^the same person$/, () => say('是同一个人', 'the same person')],
  [/^said in WeChat$/, () => say('微信里说的', 'said in WeChat')],
  [/^recalled in WeChat$/, () => say('微信里撤回了', 'recalled in WeChat')],
  [/^taken back in WeChat$/, () => say('微信里收回了', 'taken back in WeChat')],
  [/^read by the language model$/, () => say('语言模型读出', 'read by the language model')],
  [/^licence added$/, () => say('添加营业执照', 'licence added')],
  [
    /^(nothing_said|too_short|only_greetings): recalled, or moved$/,
    () => say('内容已撤回或移走，剩下的不值得记', 'recalled or moved: too little is left of it'),
  ],
  [/^taken over$/, () => say('接手上次未完成的处理', 'taken over from a run that broke off')],
  [
    /^another create holds one of its keys$/,
    () =>
      say('同名或同号的另一位正在写入，先让它', 'another create has one of its keys; this one waits for it'),
  ],
  [
    /^a category is known now$/,
    () => say('现在有可用的分类，重新计划', 'a category is known now: planned anew'),
  ],
  [/^the customer changed$/, () => say('客户资料有改动，重新计划', 'the customer changed: planned anew')],
  [/^a newer plan replaces it$/, () => say('由更新的计划代替', 'a newer plan replaces it')],
  [/^the customer was linked meanwhile$/, () => say('期间已经关联', 'the customer was linked meanwhile')],
  [
    /^the ERP needs nothing any more$/,
    () => say('ERP 已是这些值，不用再写', 'the ERP holds these values already'),
  ],
  [
    /^not known yet whether the ERP stored it$/,
    () => say('还不知道 ERP 是否收下', 'not known yet whether the ERP stored it'),
  ],
  [
    /^left in doubt for the next run$/,
    () => say('留给下次同步核对', 'left for the next sync, which reads it back'),
  ],
  [
    /^the number (\S+) is taken: the ERP gives one$/,
    ([, taken]) =>
      say(`客户编号 ${taken} 已被占用，改为由 ERP 编号`, `the number ${taken} is taken: the ERP gives one`),
  ],
  [
    /^the number (\S+) is taken: now (\S+)$/,
    ([, taken, own]) =>
      say(`客户编号 ${taken} 已被占用，改用 ${own}`, `the number ${taken} is taken: ${own} is used`),
  ],
  [
    /^refused as a duplicate of no named field: the ERP gives one$/,
    () =>
      say(
        'ERP 说重复，但没说哪一项：改为由 ERP 编号再试一次',
        'refused as a duplicate without naming a field: tried once more under a number that the ERP gives',
      ),
  ],
  [
    /^refused as a duplicate of no named field: now (\S+)$/,
    ([, own]) =>
      say(
        `ERP 说重复，但没说哪一项：改用客户编号 ${own} 再试一次`,
        `refused as a duplicate without naming a field: tried once more under the number ${own}`,
      ),
  ],
  [
    /^refused under another number too: (\S+) again$/,
    ([, first]) =>
      say(`换了编号仍被拒绝，恢复客户编号 ${first}`, `refused under another number too: ${first} again`),
  ],
  [
    /^the ERP wants a number: now (\S+)$/,
    ([, own]) => say(`ERP 要求填写客户编号，用 ${own}`, `the ERP wants a customer number: ${own} is used`),
  ],
  [
    /^the ERP allocated ord (\d+)$/,
    ([, ord]) => say(`ERP 给出内部编号 ${ord}`, `the ERP gave out record number ${ord}`),
  ],
  [/^goes on with ord (\d+)$/, ([, ord]) => say(`沿用内部编号 ${ord}`, `goes on with record number ${ord}`)],
  [/^save (\d+) leaves$/, ([, count]) => say(`第 ${count} 次保存发出`, `save ${count} leaves`)],
  [
    /^update of (.+) leaves$/,
    ([, fields = '']) => say(`修改发出：${names(fields, 'zh')}`, `update of ${names(fields, 'en')} leaves`),
  ],
  [
    /^(.+) changed here$/,
    ([, fields = '']) => say(`本地改了：${names(fields, 'zh')}`, `changed here: ${names(fields, 'en')}`),
  ],
  [/^read back as created$/, () => say('回读核对，已在 ERP', 'read back: it is in the ERP')],
  [/^read back as updated$/, () => say('回读核对，已修改', 'read back: it is updated')],
  [
    /^in the ERP already as (.+): found by (\w+)$/,
    ([, who, key = '']) =>
      say(
        `ERP 里已有（${who}），按${keyName(key).zh}找到，关联而不新建`,
        `in the ERP already as ${who}, found by ${keyName(key).en}: linked, not created`,
      ),
  ],
  [
    /^in the ERP already: found by (\w+)$/,
    ([, key = '']) =>
      say(
        `ERP 里已有，按${keyName(key).zh}找到，两条合成一条`,
        `in the ERP already, found by ${keyName(key).en}: both became one`,
      ),
  ],
  [
    /^linked by a key that both sides hold$/,
    () => say('两边有相同的手机号、微信号、公司名或信用代码，已关联', 'linked by a key that both sides hold'),
  ],
  [
    /^a colleague of (.+): found by (\w+)$/,
    ([, who, key = '']) =>
      say(
        `ERP 客户 ${who} 已对应另一位微信联系人（按${keyName(key).zh}找到），改为该客户的联系人`,
        `a colleague of ${who}, found by ${keyName(key).en}: becomes a contact person, no second customer`,
      ),
  ],
  [
    /^to become a contact person of (.+)$/,
    ([, who]) => say(`将添加为 ${who} 的联系人`, `to become a contact person of ${who}`),
  ],
  [
    /^a contact person already: (\d+)$/,
    ([, ord]) =>
      say(`该客户已有这位联系人（${ord}），关联而不新建`, `a contact person there already (${ord}): linked`),
  ],
  [
    /^no longer a colleague of that company: looked up anew$/,
    () => say('与那位 ERP 客户不再对应，重新查重', 'no longer a colleague of that company: looked up anew'),
  ],
  [
    /^contact persons are written now$/,
    () => say('现在可以添加联系人，重新计划', 'contact persons are written now: planned anew'),
  ],
  [/^a contact person in the ERP$/, () => say('在 ERP 中是联系人', 'stands in the ERP as a contact person')],
  [/^first seen in the ERP$/, () => say('在 ERP 中首次看到', 'first seen in the ERP')],
  [/^read from the ERP$/, () => say('从 ERP 读到', 'read from the ERP')],
  [/^changed in the ERP$/, () => say('ERP 中有改动', 'changed in the ERP')],
  [/^completed from the detail$/, () => say('从 ERP 详情补全', 'completed from the detail')],
  [/^linked with the ERP record$/, () => say('与 ERP 客户关联', 'linked with the ERP record')],
  [/^created in the ERP$/, () => say('已在 ERP 新建', 'created in the ERP')],
  [/^updated in the ERP$/, () => say('已写入 ERP', 'updated in the ERP')],
  [/^equal on both sides$/, () => say('两边一致', 'equal on both sides')],
  [/^the ERP shows this customer again$/, () => say('ERP 中又出现了', 'the ERP shows this customer again')],
  [
    /^a complete sweep missed it and its own record is not there$/,
    () =>
      say('全量核对没有看到，单独查询也没有', 'a complete sweep missed it and its own record is not there'),
  ],
  [/^given back to the customer pool$/, () => say('已退回客户池', 'given back to the customer pool')],
  [/^out of sight of the API user$/, () => say('当前账号无权查看', 'out of sight of the API user')],
  [/^import$/, () => say('从文件导入', 'import of a file')],
  [/^undo of run (\d+)$/, ([, run]) => say(`撤销第 ${run} 次同步`, `undo of run ${run}`)],
  [
    /^(\w+): again at (\S+Z)$/,
    ([, code, at = '']) => say(`${chinaTime(at)} 后再试（${code}）`, `again at ${chinaTime(at)} (${code})`),
  ],
  [
    /^(\w+): the answer was lost$/,
    ([, code]) => say(`没有收到 ERP 的应答（${code}）`, `the ERP's answer was lost (${code})`),
  ],
  [
    /^(\w+) \(rule set (\d+)\)$/,
    ([, rule, version]) =>
      say(
        `规则 ${rule}（规则集第 ${version} 版）准入`,
        `let in by rule ${rule} (rule set version ${version})`,
      ),
  ],
];

/** A text of the engine for people; null when it is none of its phrases. */
export function phrase(text: string): Bilingual | null {
  for (const [pattern, words] of PHRASES) {
    const match = pattern.exec(text);
    if (match) return words(match);
  }
  return null;
}

/** The same, with the text itself where it is no phrase (a person's own words, Chinese already). */
export function inWords(text: string): Bilingual {
  return phrase(text) ?? say(text, text);
}

function names(fields: string, lang: Language): string {
  return fields
    .split(', ')
    .map((field) => labelOf(field)[lang])
    .join(lang === 'zh' ? '、' : ', ');
}
