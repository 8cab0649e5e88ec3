import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createSim, type SimCustomer } from '../src/index.ts';
import { enter, visit } from './visitor.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibang-sim-'));
  folders.push(folder);
  return join(folder, 'erp.db');
}

describe('seeded customers', () => {
  it('are the same for the same seed and others for another', () => {
    const people = (seed: number): SimCustomer[] => createSim({ customers: 300, seed }).customers();
    expect(people(1)).toEqual(people(1));
    expect(people(1)).not.toEqual(people(2));
  });

  it('have names, ord and numbers of their own, companies a contact person, and synthetic phones and mail', () => {
    const customers = createSim({ customers: 2000 }).customers();
    for (const distinct of ['name', 'khid']) {
      expect(new Set(customers.map(({ fields }) => fields[distinct])).size).toBe(2000);
    }
    expect(new Set(customers.map(({ ord }) => ord)).size).toBe(2000);
    for (const { fields } of customers) {
      if (fields.intsort === '1') expect(fields.person_name).toMatch(/^.{2,3}$/);
      expect(fields.mobile).toMatch(/^(1330000\d{4})?$/);
      expect(fields.email).toMatch(/^(kh\d+@example\.com)?$/);
    }
    const persons = customers.filter(({ fields }) => fields.intsort === '2').length;
    expect(persons).toBeGreaterThan(200);
    expect(customers.filter(({ place }) => place === 'pool').length).toBeGreaterThan(20);
  });
});

describe('a file', () => {
  it('keeps customers, places, contacts, follow-ups and spent ids for the next start', async () => {
    const file = newFile();
    const first = await visit({ file });
    const kept = await first.create({ name: '甲公司' });
    const spent = (await first.ov1('salesmanage/custom/add?intsort=1')).json.body.bill.value;
    const pooled = first.sim.insert({ name: '乙公司' });
    first.sim.moveToPool(pooled);
    await first.ov1('salesmanage/person/add', { company: kept, person_name: '赵六' }, '__sys_dosave');
    const reply = { ord: kept, intro: '问了价', sort: 481, plantype: 0 };
    await first.ov1('systemManage/reply?datatype=tel', reply, '__sys_dosave');
    const before = first.sim.customers();
    const contacts = first.sim.contacts(kept);
    await first.sim.close();

    const second = await visit({ file, customers: 5, seed: 9 });
    expect(second.sim.customers()).toEqual(before);
    expect(second.sim.contacts(kept)).toEqual(contacts);
    expect(second.sim.followUps().map(({ fields }) => fields.intro)).toEqual(['问了价']);
    const next = (await second.ov1('salesmanage/custom/add?intsort=1')).json.body.bill.value;
    expect(next).toBeGreaterThan(Math.max(spent, pooled));
    await second.save(spent, { name: '丙公司' });
    expect(second.sim.customer(spent)?.fields.name).toBe('丙公司');
  });

  it('holds every answered save when the process is killed with kill -9', async () => {
    const file = newFile();
    const { base, child } = await otherProcess(file);
    const shell = createSim({ customers: 0 });
    const visitor = await enter(shell, base);
    const ords: number[] = [];
    for (let index = 0; index < 10; index++) ords.push(await visitor.create({ name: `甲${index}公司` }));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const again = createSim({ file });
    expect(ords.map((ord) => again.customer(ord)?.fields.name)).toEqual(
      ords.map((_, index) => `甲${index}公司`),
    );
    await again.close();
  });
});

/** A sim of its own process, on `file`. */
async function otherProcess(file: string): Promise<{ base: string; child: ChildProcess }> {
  const index = new URL('../src/index.ts', import.meta.url).href;
  const code = `import { createSim } from ${JSON.stringify(index)};
    console.log(await createSim({ customers: 10, file: ${JSON.stringify(file)} }).listen());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const base = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(String(line).trim())),
  );
  return { base, child };
}
