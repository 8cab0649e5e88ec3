export interface Line {
  /** From 1. */
  line: number;
  text: string;
}

const LONGEST = 4 * 1024 * 1024;

/** Lines without their ends, LF or CRLF. A line beyond 4 million characters ends there, so that memory stays constant. */
export async function* linesIn(text: AsyncIterable<string>): AsyncGenerator<Line, void> {
  let rest = '';
  let line = 0;
  for await (const chunk of text) {
    const whole = rest + chunk;
    let from = 0;
    for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', from)) {
      yield { line: ++line, text: withoutReturn(whole.slice(from, at)) };
      from = at + 1;
    }
    rest = whole.slice(from);
    if (rest.length > LONGEST) {
      yield { line: ++line, text: rest };
      rest = '';
    }
  }
  if (rest !== '') yield { line: line + 1, text: withoutReturn(rest) };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
