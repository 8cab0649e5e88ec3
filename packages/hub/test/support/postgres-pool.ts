import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { type DatabaseService, KEEP_MARK, TEMPLATE } from './address.ts';

type Service = DatabaseService & { dialect: 'postgres' };

/** Migrated databases of this worker that no test uses, as empty as the template. */
const free: string[] = [];

/** Two connections to a server cost as much as a test's own work; a used database is emptied three times faster than made. */
export async function pooledDatabase(service: Service): Promise<string> {
  const name = free.pop() ?? (await newDatabase(service, TEMPLATE));
  whenDone(service, name, async () => {
    if (await emptied(service, name)) free.push(name);
    else await dropped(service, name);
  });
  return `${service.url}/${name}`;
}

/** A database with nothing in it. */
export async function bareDatabase(service: Service): Promise<string> {
  const name = await newDatabase(service, 'template0');
  whenDone(service, name, () => dropped(service, name));
  return `${service.url}/${name}`;
}

function whenDone(service: Service, name: string, tidy: () => Promise<void>): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return await tidy();
    await writeFile(join(service.folder, KEEP_MARK), '');
    console.error(`kept: database ${name} in ${join(service.folder, 'data')}`);
  });
}

async function newDatabase(service: Service, template: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await answer(`${service.url}/postgres`, `create database ${name} template ${template}`);
  return name;
}

async function dropped(service: Service, name: string): Promise<void> {
  await answer(`${service.url}/postgres`, `drop database ${name} with (force)`);
}

/** False when a test changed more than rows. */
async function emptied(service: Service, name: string): Promise<boolean> {
  const [row] = await answer(`${service.url}/${name}`, 'select testing.emptied() as emptied');
  return row?.emptied === true;
}

async function answer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** What a template needs so that its copies can be emptied: what stands in it, and a function that puts that back. */
export async function prepareTemplate(url: string): Promise<void> {
  await answer(url, EMPTIED);
}

const EMPTIED = `
create schema testing;
create view testing.sequences as
  select format('%I.%I', schemaname, sequencename)::regclass as name, start_value, last_value
  from pg_sequences where schemaname = 'public';
create table testing.sequences_before as select * from testing.sequences;
create view testing.shape as
  select (select array[count(*), max(oid::int)] from pg_class where relnamespace = 'public'::regnamespace) as relations,
    (select count(*) from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and not attisdropped) as columns,
    (select count(*) from pg_trigger) as triggers;
do $$
declare name regclass; filled boolean;
begin
  for name in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('select exists (select from %s)', name) into filled;
    if filled then execute format('create table testing.%I as select * from %s', 'rows of ' || name, name); end if;
  end loop;
end $$;
create table testing.shape_before as select * from testing.shape;
create function testing.emptied() returns boolean language plpgsql as $$
declare name regclass; start bigint; last bigint;
begin
  perform pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend';
  if (select shape from testing.shape) is distinct from (select b from testing.shape_before b) then return false; end if;
  set local session_replication_role = replica;
  for name in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('delete from %s', name);
    if to_regclass(format('testing.%I', 'rows of ' || name)) is not null then
      execute format('insert into %s select * from testing.%I', name, 'rows of ' || name);
    end if;
  end loop;
  for name, start, last in
    select b.name, b.start_value, b.last_value from testing.sequences_before b join testing.sequences s using (name)
    where b.last_value is distinct from s.last_value
  loop
    perform setval(name, coalesce(last, start), last is not null);
  end loop;
  return true;
end $$;
`;
