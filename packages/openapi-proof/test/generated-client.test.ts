import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openApiDocument } from '@bangqiao/zhibang';
import { createSim } from '@bangqiao/zhibang-sim';
import openapiTS, { astToString } from 'openapi-typescript';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

const PACKAGE = resolve(import.meta.dirname, '..');
/** The project's own: the one below this package is there for openapi-typescript. */
const COMPILER = resolve(PACKAGE, '../../node_modules/typescript/bin/tsc');

beforeAll(async () => {
  const source = JSON.stringify(openApiDocument('en'));
  mkdirSync(join(PACKAGE, 'generated'), { recursive: true });
  writeFileSync(join(PACKAGE, 'generated/zhibang.ts'), astToString(await openapiTS(source)));
});

function typeCheck(project: string): string {
  try {
    return execFileSync(process.execPath, [COMPILER, '-p', project], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('a client on the generated types passes the compiler', () => {
  expect(typeCheck(PACKAGE)).toBe('');
});

test('the generated types refuse what the ERP does not know', () => {
  const folder = join(PACKAGE, 'generated/wrong');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'wrong.ts'),
    `import type { components } from '../zhibang.ts';
export const misspelt: components['schemas']['CustomerListRequest']['datas'] = [{ id: 'nmae', val: 'x' }];
export const noToken: components['schemas']['WarehouseListRequest'] = {};
`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
  );
  expect(typeCheck(folder).match(/wrong\.ts\(\d+/g)).toEqual(['wrong.ts(2', 'wrong.ts(3']);
});

test('the generated client logs in, lists and saves a customer at the stand-in ERP', async () => {
  const sim = createSim({ customers: 12, seed: 1 });
  onTestFinished(() => sim.close());
  const baseUrl = await sim.listen();
  // By address, so that the project's own check of types does not need the generated file.
  const { saveOneCustomer } = await import(new URL('../client/customers.ts', import.meta.url).href);
  const outcome = await saveOneCustomer(baseUrl, '苏州示例精密有限公司');
  expect(outcome).toEqual({ rows: '5', saved: '0', name: '苏州示例精密有限公司' });
  expect(sim.customers().filter(({ fields }) => fields.name === '苏州示例精密有限公司')).toHaveLength(1);
});
