import { saysHandlerMissing } from './messages.ts';
import { shownJson } from './redact.ts';
import { asObject, type Style, textOf, type Verdict } from './styles.ts';

/** The `v3` style: token in the header `ZBAPI-Token`, plain JSON parameters, `Code` 200 for success. */
export function v3(parameters: Record<string, unknown>): Style {
  const body = JSON.stringify(parameters);
  const shown = shownJson(parameters);
  return {
    encode: ({ token }) => ({ headers: { 'ZBAPI-Token': token }, body, shown }),
    judge: (json) => {
      const answer = asObject(json);
      if (!answer) return { kind: 'protocol', message: 'not an object' };
      return judgeCode(textOf(answer.Code ?? answer.code), textOf(answer.Msg ?? answer.msg));
    },
  };
}

/** The `helper` style: `Token` in the body (some systems read `session`), `flag` and `code` 200 for success. */
export function helper(datas: unknown): Style {
  return {
    encode: ({ token }) => ({
      headers: {},
      body: JSON.stringify({ Token: token, session: token, Datas: datas }),
      shown: shownJson({ Datas: datas }),
    }),
    judge: (json) => {
      const answer = asObject(json);
      if (!answer) return { kind: 'protocol', message: 'not an object' };
      const verdict = judgeCode(textOf(answer.code), textOf(answer.msg));
      const flag = answer.flag;
      if (verdict.kind === 'ok' && (flag === false || flag === 'false'))
        return { kind: 'refused', message: textOf(answer.msg) };
      return verdict;
    },
  };
}

/** 200 success, 300 business failure, 400 token rejected, 500 server error (wire.md "Four styles" [doc]). */
function judgeCode(code: string, message: string): Verdict {
  if (code === '200') return { kind: 'ok' };
  if (saysHandlerMissing(message)) return { kind: 'missing_handler' };
  if (code === '400') return { kind: 'dead', message };
  if (code === '500') return { kind: 'server_error', message };
  if (code === '') return { kind: 'protocol', message: 'no code in the answer' };
  return { kind: 'refused', message };
}
