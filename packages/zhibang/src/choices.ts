import { asObject, type Json, textOf } from './styles.ts';
import type { Option, TreeNode } from './types.ts';

/**
 * The choices in a `SourceClass`: `options` or `trees.nodes`. Tenants answer the same list in either way (wire.md
 * "SourceClass": options [assumed], trees [field]), and one of them may stand there empty beside the other. null when there
 * is neither.
 */
export function choicesOf(source: Json): TreeNode[] | null {
  const trees = source.trees ?? source.tree;
  const nodes = asObject(trees)?.nodes ?? trees;
  const given = [nodes, source.options].filter((each) => Array.isArray(each) || asObject(each));
  const lists = given.map((each) => readNodes(each, 0));
  return lists.find((list) => list.length > 0) ?? lists[0] ?? null;
}

/** What a person can pick: the leaves, in the order of the tree. */
export function leavesOf(nodes: readonly TreeNode[]): Option[] {
  return nodes.flatMap(({ id, label, children }) =>
    children.length > 0 ? leavesOf(children) : [{ id, label }],
  );
}

function readNodes(value: unknown, depth: number): TreeNode[] {
  const single = asObject(value);
  const list = Array.isArray(value)
    ? value
    : single
      ? isNode(single)
        ? [single]
        : Object.values(single)
      : [];
  const nodes: TreeNode[] = [];
  for (const each of list) {
    const node = asObject(each);
    if (!node) continue;
    const label = textOf(node.text ?? node.label ?? node.name ?? node.caption);
    const id = textOf(node.value ?? node.id ?? node.ord);
    const children = depth < 20 ? readNodes(node.nodes ?? node.children ?? node.child, depth + 1) : [];
    if (label !== '' || id !== '') nodes.push({ id, label, children });
    else nodes.push(...children);
  }
  return nodes;
}

function isNode(object: Json): boolean {
  return 'text' in object || 'value' in object || 'nodes' in object;
}
