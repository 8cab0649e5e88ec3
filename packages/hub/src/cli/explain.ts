import type { Command } from 'commander';
import { ambiguousText, explainCustomer, explanationText, nobodyText } from '../explain/index.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

export function explainVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'explain <customer>',
    summary: {
      zh: '说明一位客户为什么在（或不在）ERP：客户编号、内部编号、微信号、手机号、姓名或 #编号',
      en: 'why a customer is, or is not, in the ERP: by customer number, ord, WeChat id, phone, name or #number',
    },
    work: (session, _options, query = '') =>
      withDatabase(session, async (store): Promise<ExitCode> => {
        const answer = await explainCustomer(store.db, query);
        if (answer === null) return nobody(session, query);
        if ('ambiguous' in answer) {
          session.result(answer, ambiguousText(answer, session.lang));
          return 2;
        }
        session.result(answer, explanationText(answer, session.lang));
        return 0;
      }),
  });
}

function nobody(session: Session, query: string): ExitCode {
  const message = { zh: nobodyText(query, 'zh'), en: nobodyText(query, 'en') };
  session.result({ error: { code: 'nobody', message, next: null }, exitCode: 2 }, session.text(message));
  return 2;
}
