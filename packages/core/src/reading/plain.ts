import { toSimplified } from '../simplified.ts';

/**
 * A message in the form in which it is read: half width, simplified characters, every kind of white space and dash as
 * one, quoted and forwarded words blank. Each character stays in its place, so that a span in it is one in the original.
 */
export function plainOf(text: string): string {
  return blankQuotes(toSimplified(sameWidth(text))).toLowerCase();
}

function sameWidth(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text;
  return text.replace(FOLDED, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    return DASH.test(char) ? '-' : ' ';
  });
}

const DASH = /[\p{Dash_Punctuation}\u2212]/u;
/** Full-width forms, white space but line breaks, invisible characters, the joiners of keycap digits, dashes. */
const FOLDED =
  /\u20E3|\uFE0E|\uFE0F|[\uFF01-\uFF5E\t\r\u00A0\u1680\u2000-\u2015\u2028-\u202F\u205F\u2060\u2212\u3000\uFE58\uFE63\uFEFF]/g;
const NEEDS_FOLDING = new RegExp(FOLDED.source);

/** Words of somebody else: WeChat's quotation at the head, `他说：“…”`, and whatever follows 转发 at the head. */
function blankQuotes(text: string): string {
  if (FORWARDED.test(text)) return ' '.repeat(text.length);
  if (!QUOTES.test(text)) return text;
  return text
    .replace(WECHAT_QUOTE, (quote) => ' '.repeat(quote.length))
    .replace(SPEECH, (speech, head: string) => head + ' '.repeat(speech.length - head.length));
}

const FORWARDED =
  /^\s*(?:[[【(「]?(?:转发|转|fwd?|聊天记录|合并转发)[\]】)」]?\s*[:：]|[[【](?:转发|聊天记录|合并转发)[^\]】\n]{0,12}[\]】]|(?:以下|下面)(?:内容)?(?:是|为)?(?:转发|别人|客户)发?的?[:：]?|转发(?:一条|一下|的|自|个|给你))/i;
const QUOTES = /[「“"『‘]/;
const WECHAT_QUOTE = /^\s*「[^」]{0,2000}」(?:\s*(?:-\s?){3,})?/;
const SPEECH =
  /((?:说的?|问|讲|回复?|写着?|告诉[我你]们?|发来的?|提示|显示|原话|留言|短信)(?:是|过|了|我|道)?\s*[:,，]?\s*)(?:“[^”\n]{0,500}”|"[^"\n]{0,500}"|「[^」\n]{0,500}」|『[^』\n]{0,500}』|‘[^’\n]{0,500}’)/g;

/** The clause around a place: from the last mark of punctuation to the next. `wide` lets commas pass. */
export function clauseBefore(plain: string, at: number, wide = false): string {
  const from = Math.max(0, at - REACH);
  const head = plain.slice(from, at);
  const cut = lastMark(head, wide ? SENTENCE_MARKS : CLAUSE_MARKS);
  return head.slice(cut + 1);
}

export function clauseAfter(plain: string, at: number, wide = false): string {
  const tail = plain.slice(at, at + REACH);
  const marks = wide ? SENTENCE_MARKS : CLAUSE_MARKS;
  for (let i = 0; i < tail.length; i++) if (marks.includes(tail[i]!)) return tail.slice(0, i);
  return tail;
}

/** Nobody's words about a value stand further away than this; it also keeps reading linear. */
const REACH = 48;
const SENTENCE_MARKS = '。;!?\n…';
const CLAUSE_MARKS = `${SENTENCE_MARKS},、`;

function lastMark(text: string, marks: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (marks.includes(text[i]!)) return i;
  return -1;
}
