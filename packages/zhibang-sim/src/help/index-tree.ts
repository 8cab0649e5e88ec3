import type { Fact } from '../catalogue/facts.ts';

/** A node of the index that stands in the page as script: leaves have a `url`, branches have `child`. */
export interface IndexNode {
  id: number;
  name: string;
  url: string;
  child: IndexNode[] | null;
  HideMenu: boolean;
}

/** Branches are numbered past every entry, as the vendor's numbers of them are not known. */
const FIRST_BRANCH = 10_001;

export function indexTree(facts: readonly Fact[]): IndexNode[] {
  const roots: IndexNode[] = [];
  let next = FIRST_BRANCH;
  for (const { id, name, path, category } of facts) {
    let level = roots;
    for (const part of category) {
      let branch = level.find((node) => node.child !== null && node.name === part);
      if (!branch) {
        branch = { id: next++, name: part, url: '', child: [], HideMenu: false };
        level.push(branch);
      }
      level = branch.child!;
    }
    level.push({ id, name, url: path, child: null, HideMenu: false });
  }
  return roots;
}
