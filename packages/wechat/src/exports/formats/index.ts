import { WechatError } from '../../errors/error.ts';
import { looksLikeBlocks } from '../blocks.ts';
import { csvColumns } from '../csv.ts';
import { jsonObjectsIn } from '../json.ts';
import type { Format } from '../row.ts';
import { chatlogCsv, chatlogJson } from './chatlog.ts';
import { contactsCsv } from './contacts.ts';
import { memotraceChatCsv, memotraceCsv, memotraceTxt } from './memotrace.ts';
import { eventLines, plain } from './plain.ts';
import { pywxdump } from './pywxdump.ts';

/** By name, in the order they are tried. */
export const FORMATS = {
  memotrace_csv: memotraceCsv,
  memotrace_chat_csv: memotraceChatCsv,
  memotrace_txt: memotraceTxt,
  pywxdump,
  chatlog_json: chatlogJson,
  chatlog_csv: chatlogCsv,
  contacts_csv: contactsCsv,
  events: eventLines,
  plain,
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof FORMATS;

export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

export interface Recognised {
  name: ExportFormat;
  /** How records lie in this file: the same columns come as CSV and as JSON. */
  layout: 'csv' | 'json_array' | 'json_lines' | 'blocks';
}

/** What the beginning of a file says about it. Throws `export_unknown_format` or `export_training_data`. */
export async function recognise(head: string, forced?: ExportFormat): Promise<Recognised> {
  const start = head.trimStart();
  const layout = layoutOf(start);
  const name = forced ?? (layout === 'blocks' ? 'memotrace_txt' : byColumns(await columnsOf(start, layout)));
  if (!name) throw new WechatError('export_unknown_format', { operation: 'export.read' });
  return { name, layout: FORMATS[name].shape === 'blocks' ? 'blocks' : layout };
}

function layoutOf(start: string): Recognised['layout'] {
  if (start.startsWith('[')) return 'json_array';
  if (start.startsWith('{'))
    return isWholeObject(start.split(/\r?\n/, 1)[0] ?? '') ? 'json_lines' : 'json_array';
  return looksLikeBlocks(start) ? 'blocks' : 'csv';
}

function isWholeObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

async function columnsOf(start: string, layout: Recognised['layout']): Promise<Set<string>> {
  if (layout === 'csv') return new Set(csvColumns(start));
  for await (const record of jsonObjectsIn(once(start))) {
    if (!('fields' in record)) break;
    const columns = new Set(Object.keys(record.fields));
    if (columns.has('conversations'))
      throw new WechatError('export_training_data', { operation: 'export.read' });
    return columns;
  }
  return new Set();
}

async function* once(text: string): AsyncGenerator<string, void> {
  yield text;
}

function byColumns(columns: ReadonlySet<string>): ExportFormat | undefined {
  return EXPORT_FORMATS.find((name) => FORMATS[name].fits(columns));
}
