import { document, failure, type Reply, sourceInner } from './answers.ts';
import type { Call } from './call.ts';
import { type ListName, list, type Node } from './lists.ts';
import type { World } from './world.ts';

/** `source?enumid=`: 13 sources, 11 industries, 14 values, 98 kinds of follow-up. */
const ENUMS: Record<string, ListName> = { 13: 'ly', 11: 'trade', 14: 'jz', 98: 'followup' };

export function options(world: World, call: Call): Reply {
  const name = ENUMS[call.params.enumid ?? ''];
  if (!name) return failure(world.oddities, '参数错误：enumid');
  const nodes = list(name, world.oddities);
  if (world.oddities.optionsOnlyTree) return treeReply(world, nodes);
  const source = JSON.stringify({
    type_: 'options',
    options: nodes.map(({ text, value }) => ({ text, value })),
    ...(world.oddities.emptyTreeBeside ? { trees: { nodes: [] } } : {}),
  });
  return document(world.oddities, sourceInner(world.oddities, source));
}

/** `area_list`, `telsort_list`, `gate_list`. */
export function tree(name: ListName): (world: World) => Reply {
  return (world) => treeReply(world, list(name, world.oddities));
}

const PRODUCT_SORTS: Node[] = [
  { text: '成品', value: '1', nodes: [{ text: '标准件', value: '2' }] },
  { text: '原料', value: '3' },
];

export function productSorts(world: World): Reply {
  return treeReply(world, PRODUCT_SORTS);
}

function treeReply(world: World, nodes: readonly Node[]): Reply {
  const source = JSON.stringify({ type_: 'tree', trees: { nodes } });
  return document(world.oddities, sourceInner(world.oddities, source));
}
