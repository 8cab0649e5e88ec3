import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long for their size: begun first, or one of them is left alone at the end. */
const LONG = [
  'torture/histories',
  'process/kill',
  'engine/lanes',
  'process/login',
  'process/',
  'wechat/kill',
];

/** The order of vitest, project by project and large files first, with the long files of each project before the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted
        .filter(({ project }) => project.name === name)
        .map((file) => ({ file, rank: rankOf(file) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ file }) => file),
    );
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((part) => moduleId.includes(part));
  return rank < 0 ? LONG.length : rank;
}
