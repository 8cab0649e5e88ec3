import type { CatalogueEntry } from '../catalogue.ts';
import { exampleAnswer } from '../reference/example-answer.ts';
import { exampleBody } from '../reference/example-body.ts';
import { type Language, nameIn } from '../reference/language.ts';
import { purposeOf } from '../reference/purpose.ts';
import { answerClass, queryOf } from '../reference/shape.ts';
import { answerClassSchema } from './answer-schema.ts';
import { ref, type Schema, schemaName } from './schema.ts';

interface Parameter {
  name: string;
  in: 'query';
  required: boolean;
  schema: Schema;
}

interface Content {
  'application/json': { schema: Schema; examples: Record<string, { summary: string; value: unknown }> };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  security?: Record<string, string[]>[];
  requestBody: { required: true; content: Content };
  responses: { 200: { description: string; content: Content } };
  'x-zhibang-ids': number[];
  'x-zhibang-calls': string[];
  'x-zhibang-aliases'?: string[];
  'x-zhibang-documented': Record<string, string>;
}

/** Which entries have a schema of their own for the answer; the others are described by their class. */
export type OwnAnswers = ReadonlySet<CatalogueEntry>;

/** One operation for all entries of a path: they differ in the query, and so in what they take and answer. */
export function operationOf(
  entries: readonly CatalogueEntry[],
  tag: string,
  own: OwnAnswers,
  lang: Language,
): Operation {
  const main = entries.find((entry) => queryOf(entry).length === 0) ?? entries[0]!;
  const parameters = queryParameters(entries);
  const aliases = entries.flatMap(({ alias }) => alias ?? []);
  return {
    operationId: main.call.replaceAll('.', '_'),
    summary: entries.map((entry) => nameIn(entry, lang)).join(' / '),
    description: entries.map((entry) => describe(entry, lang)).join('\n\n'),
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(main.style === 'v3' ? { security: [{ ZBAPIToken: [] }] } : {}),
    requestBody: {
      required: true,
      content: json(
        entries.map(({ call }) => ref(schemaName(call, 'Request'))),
        entries.map((entry) => [entry.call, nameIn(entry, lang), exampleBody(entry, 'T0123456789')]),
      ),
    },
    responses: {
      200: {
        description: answerWords(entries, lang),
        content: json(
          entries.map((entry) =>
            ref(own.has(entry) ? schemaName(entry.call, 'Answer') : answerClassSchema(entry)),
          ),
          entries.map((entry) => [entry.call, nameIn(entry, lang), exampleAnswer(entry)]),
        ),
      },
    },
    'x-zhibang-ids': entries.map(({ id }) => id),
    'x-zhibang-calls': entries.map(({ call }) => call),
    ...(aliases.length > 0 ? { 'x-zhibang-aliases': [...new Set(aliases)] } : {}),
    'x-zhibang-documented': Object.fromEntries(
      entries.map(({ call, documented = 'name' }) => [call, documented]),
    ),
  };
}

function describe(entry: CatalogueEntry, lang: Language): string {
  const query = queryOf(entry).map(([name, value]) => `${name}=${value}`);
  const place = query.length > 0 ? ` \`?${query.join('&')}\`` : '';
  return `**${entry.call}** (${entry.id})${place}: ${purposeOf(entry)[lang]}`;
}

function answerWords(entries: readonly CatalogueEntry[], lang: Language): string {
  const isInferred = entries.some((entry) => answerClass(entry).inferred);
  const words = {
    zh: '令牌失效和业务拒绝也以 HTTP 200 返回，要看回答里的状态。',
    en: 'A dead token and a refusal come with HTTP 200 as well: look at the status inside.',
  };
  const inferred = {
    zh: '回答的类别没有公开，这里按操作种类推断。',
    en: ' The class of the answer is not published; it is inferred from the kind of operation.',
  };
  return `${words[lang]}${isInferred ? inferred[lang] : ''}`;
}

/**
 * The parts of the entries' queries, each with the values that occur; required where every entry has it. A published 0
 * (`UnitChange?ord=0&__unit=0`) stands for the caller's own number.
 */
function queryParameters(entries: readonly CatalogueEntry[]): Parameter[] {
  const found = new Map<string, { name: string; values: Set<string>; count: number }>();
  for (const [name, value] of entries.flatMap(queryOf)) {
    // The ERP does not tell letter case apart (`__msgId`, `__msgid`).
    const known = found.get(name.toLowerCase()) ?? { name, values: new Set<string>(), count: 0 };
    known.values.add(value);
    known.count += 1;
    found.set(name.toLowerCase(), known);
  }
  return [...found.values()].map(({ name, values, count }) => ({
    name,
    in: 'query',
    required: count === entries.length,
    schema: { type: 'string', [values.has('0') ? 'examples' : 'enum']: [...values] },
  }));
}

function json(schemas: Schema[], examples: [name: string, summary: string, value: unknown][]): Content {
  const distinct = [...new Map(schemas.map((schema) => [schema.$ref, schema])).values()];
  // `anyOf`, not `oneOf`: the same body may suit several entries of a path.
  const schema = distinct.length === 1 ? distinct[0]! : { anyOf: distinct };
  return {
    'application/json': {
      schema,
      examples: Object.fromEntries(examples.map(([name, summary, value]) => [name, { summary, value }])),
    },
  };
}
