import {
  mostTelling,
  plainlySaysLogIn,
  saveSaysFailure,
  saveSaysStored,
  saysHandlerMissing,
  speaksOfSession,
} from './messages.ts';
import { shownJson } from './redact.ts';
import { asObject, countOf, type Json, type Style, textOf, type Verdict } from './styles.ts';

export type Fields = Record<string, string | number>;

interface Ov1Request {
  /** `refresh` for lists, `__sys_dosave` for saves, absent for forms, trees and option lists (wire.md "cmdkey"). */
  cmdkey?: string;
  datas?: Fields;
  /** A save whose message tells of failure was refused, whatever the status (wire.md "MessageClass"). */
  saves?: boolean;
}

/** The `ov1` style: token in the body, parameters as a list of id and val, `header.status` 0 for success. */
export function ov1({ cmdkey, datas = {}, saves = false }: Ov1Request): Style {
  const list = Object.entries(datas).map(([id, val]) => ({ id, val: String(val) }));
  return {
    encode: ({ token }) => ({
      headers: {},
      body: JSON.stringify({ session: token, cmdkey, datas: list }),
      shown: shownJson({ cmdkey, datas: list }),
    }),
    judge: (json) => judge(json, saves),
  };
}

function judge(json: unknown, saves: boolean): Verdict {
  const header = asObject(asObject(json)?.header);
  if (!header) return { kind: 'protocol', message: 'no header in the answer' };
  const status = textOf(header.status);
  const said = textOf(header.message);
  const message = messageOf(json);
  if (status !== '0') return judgeRefusal(said, message);
  const words = [message.title, message.text].filter(Boolean).join('：');
  const isStored = saves && saveSaysStored(message.title, message.text);
  if (message.present && !billOf(json) && !sourceOf(json) && !isStored && plainlySaysLogIn(words))
    return { kind: 'dead', message: words };
  if (saves && saveSaysFailure(message.title, message.text)) return { kind: 'refused', message: words };
  return { kind: 'ok' };
}

/** `header.message` speaks first; the message beside it counts where that one only says that it failed. */
function judgeRefusal(said: string, { title, text }: ErpMessage): Verdict {
  const first = said || text || title;
  if ([said, text, title].some(saysHandlerMissing)) return { kind: 'missing_handler' };
  const dead = speaksOfSession(first) ? first : [text, title].find(plainlySaysLogIn);
  if (dead !== undefined) return { kind: 'dead', message: dead };
  return { kind: 'refused', message: mostTelling([said, text, title]) };
}

/** The `body` of a document, or `data` as older systems call it (wire.md "MessageClass"). */
function bodies(json: unknown): Json[] {
  const document = asObject(json);
  return [asObject(document?.body), asObject(document?.data)].filter((each) => each !== null);
}

/** `SourceClass`: at `source`, nested as `report.source`, or standing for the whole `data`. */
export function sourceOf(json: unknown): Json | null {
  for (const body of bodies(json)) {
    const source = asObject(body.source) ?? asObject(asObject(body.report)?.source);
    if (source) return source;
    if ('table' in body || 'options' in body || 'trees' in body) return body;
  }
  return null;
}

/** `BillClass`: at `bill`, or standing for the whole `data`. */
export function billOf(json: unknown): Json | null {
  for (const body of bodies(json)) {
    const bill = asObject(body.bill);
    if (bill) return bill;
    if ('groups' in body || 'fields' in body || ('value' in body && !('text' in body))) return body;
  }
  return null;
}

export interface ErpMessage {
  present: boolean;
  title: string;
  text: string;
  /** The record that a save names, when it names one. */
  ord: number | null;
}

/** `MessageClass`: at `message`, or standing for the whole `data`. */
export function messageOf(json: unknown): ErpMessage {
  for (const body of bodies(json)) {
    const object = asObject(body.message) ?? ('text' in body || 'title' in body ? body : null);
    if (object && !('groups' in object))
      return { present: true, title: textOf(object.title), text: textOf(object.text), ord: ordIn(object) };
    if (typeof body.message === 'string' && body.message.trim() !== '')
      return { present: true, title: '', text: body.message.trim(), ord: null };
  }
  return { present: false, title: '', text: '', ord: null };
}

function ordIn(message: Json): number | null {
  const data = asObject(message.data);
  const named = countOf(data?.ord ?? data?.value ?? data?.id);
  if (named) return named;
  const inUrl = /[?&]ord=(\d+)/i.exec(textOf(message.url))?.[1];
  return inUrl ? Number(inUrl) : null;
}
