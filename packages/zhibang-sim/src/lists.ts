import type { Oddities } from './oddities.ts';

/** An option or a node of a tree, in the shape in which trees travel. */
export interface Node {
  text: string;
  value: string;
  nodes?: Node[];
}

export type ListName = 'ly' | 'trade' | 'jz' | 'followup' | 'level' | 'area' | 'category' | 'users';

const flat = (entries: Record<string, string>): Node[] =>
  Object.entries(entries).map(([value, text]) => ({ value, text }));

/** Ids of sources, values, follow-up kinds: one tenant's, from wire.md. The others are made up. */
const LISTS: Record<ListName, Node[]> = {
  ly: flat({ 171: '网站注册', 172: '朋友介绍', 173: '陌生开发', 174: '广告宣传', 977: 'VIP' }),
  trade: flat({
    137: '银行',
    139: '印刷',
    966: '防水头',
    967: '交流接触器',
    968: '电表',
    969: '机械制造',
    970: '电子',
  }),
  jz: flat({ 175: '很高', 289: '较高', 176: '一般', 177: '较低', 290: '很低' }),
  followup: flat({ 481: '电话', 482: '邮件', 483: '上门', 484: '其他' }),
  level: flat({ 201: '潜在客户', 202: '意向客户', 203: '重点客户', 204: '成交客户', 205: '暂不跟进' }),
  category: [
    {
      text: '工业客户',
      value: '3',
      nodes: [
        { text: '生产企业', value: '7' },
        { text: '设备厂商', value: '8' },
      ],
    },
    {
      text: '商业客户',
      value: '4',
      nodes: [
        { text: '代理商', value: '9' },
        { text: '零售商', value: '10' },
      ],
    },
    { text: '个人客户', value: '5' },
  ],
  area: [
    {
      text: '广东省',
      value: '44',
      nodes: [
        { text: '深圳市', value: '4403' },
        { text: '广州市', value: '4401' },
        { text: '东莞市', value: '4419' },
      ],
    },
    {
      text: '浙江省',
      value: '33',
      nodes: [
        { text: '杭州市', value: '3301' },
        { text: '宁波市', value: '3302' },
      ],
    },
    {
      text: '江苏省',
      value: '32',
      nodes: [
        { text: '苏州市', value: '3205' },
        { text: '无锡市', value: '3202' },
      ],
    },
    { text: '上海市', value: '31' },
    { text: '北京市', value: '11' },
  ],
  users: [
    {
      text: '销售一部',
      value: 'd1',
      nodes: [
        { text: '赵敏', value: '63' },
        { text: '钱进', value: '64' },
        { text: '孙悦', value: '65' },
      ],
    },
    {
      text: '销售二部',
      value: 'd2',
      nodes: [
        { text: '李想', value: '66' },
        { text: '周全', value: '67' },
      ],
    },
  ],
};

export const FOLLOW_UP_TEMPLATES: Record<string, string> = {
  106: '谈的很好，让发合同',
  107: '电话无人接听',
  108: '现在还没考虑',
  109: '今天谈的不错，让明天面谈',
  120: '正在考虑中',
};

const WECHAT_SOURCE: Node = { value: '981', text: '微信咨询' };
const OWN_FOLLOW_UP_KINDS = flat({ 1201: '电话沟通', 1202: '发邮件', 1203: '拜访客户', 1204: '微信' });

export function list(name: ListName, oddities: Oddities): Node[] {
  if (name === 'followup' && oddities.ownFollowUpKinds) return OWN_FOLLOW_UP_KINDS;
  return name === 'ly' && oddities.wechatSource ? [...LISTS.ly, WECHAT_SOURCE] : LISTS[name];
}

/** All nodes, parents first. */
export function allNodes(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.nodes ?? [])]);
}

const labelMaps = new Map<ListName, Map<string, string>>();

/** Label of an id; of ids joined by commas that of the last one (the leaf of a path). Unknown ids come back as they are. */
export function labelOf(name: ListName, value: string): string {
  let labels = labelMaps.get(name);
  if (!labels) {
    labels = new Map(allNodes(LISTS[name]).map((node) => [node.value, node.text]));
    if (name === 'ly') labels.set(WECHAT_SOURCE.value, WECHAT_SOURCE.text);
    labelMaps.set(name, labels);
  }
  const direct = labels.get(value);
  if (direct !== undefined || !value.includes(',')) return direct ?? value;
  return labels.get(value.slice(value.lastIndexOf(',') + 1)) ?? value;
}

/** Id of a label, or undefined when the tenant has none such. A path such as 工业客户/生产企业 is found by its end. */
export function idOf(name: ListName, label: string, oddities: Oddities): string | undefined {
  const end = label.slice(label.lastIndexOf('/') + 1).trim();
  return allNodes(list(name, oddities)).find((node) => node.text === end)?.value;
}

/** True when every id of a comma-joined value is one of the tenant's. */
export function known(name: ListName, value: string, oddities: Oddities): boolean {
  const ids = new Set(allNodes(list(name, oddities)).map((node) => node.value));
  return value.split(',').every((id) => ids.has(id.trim()));
}

/** True when `value` is one of `wanted` or lies below one of them in the tree. */
export function within(name: ListName, value: string, wanted: readonly string[]): boolean {
  const own = value.split(',');
  if (own.some((id) => wanted.includes(id))) return true;
  return allNodes(LISTS[name]).some(
    (node) =>
      wanted.includes(node.value) && allNodes(node.nodes ?? []).some((child) => own.includes(child.value)),
  );
}
