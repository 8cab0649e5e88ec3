/** Columns that a text takes on a terminal: Chinese characters, full-width forms and most emoji take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text.replace(COLOUR, ''))) width += graphemeWidth(segment);
  return width;
}

/** The text cut to `width` columns, with an ellipsis where something was cut. Colours are not expected in it. */
export function fitWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += graphemeWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

const GRAPHEMES = new Intl.Segmenter();
const COLOUR = /\u001B\[[0-9;]*m/g;
const WIDE =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation})/u;
const EMPTY = /^[\p{Cc}\p{Mn}\p{Cf}]/u;

function graphemeWidth(segment: string): number {
  if (EMPTY.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}
