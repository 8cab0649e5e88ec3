import type { RowOf } from '../../../api/types.ts';
import { TYPES } from '../../../words/customer-terms.ts';
import { deskWords as w } from '../../../words/desk.ts';
import type { Choice, DeskItem, SideRow } from '../item.ts';
import type { Speaker } from '../speaker.ts';

type Row = RowOf<'people.list'>;

/** Two customers who may be one. */
export function duplicateItem(row: Row, speaker: Speaker): DeskItem {
  const { a, b, hindrance } = row;
  const { say } = speaker;
  const apart: Choice = { name: 'apart', words: w.apart, effect: w.apartEffect };
  return {
    key: `duplicate-${row.id}`,
    id: row.id,
    kind: 'duplicate',
    name: a.name,
    line: say(w.duplicateLine, { name: b.name }),
    since: row.created_at,
    ifLeft: w.duplicateIfLeft,
    sides: {
      left: hindrance === null ? say(w.stays, { name: a.name }) : a.name,
      right: hindrance === null ? say(w.goesAlong, { name: b.name }) : b.name,
      rows: rowsOf(row, speaker),
    },
    sentences: [
      say(w.because, { reasons: row.reasons.map((reason) => say(reason)).join(say(w.comma)) }),
      ...(hindrance === null ? [] : [say(hindrance.message), say(hindrance.next)]),
    ],
    links: [a, b].map(({ id, name }) => ({ words: w.openNamed, to: '/customers/$id' as const, id, name })),
    choices: hindrance === null ? [{ name: 'merge', words: w.merge, effect: w.mergeEffect }, apart] : [apart],
    alike: `duplicate-${hindrance === null}`,
  };
}

/** What both hold, field by field; what neither has is left out. */
function rowsOf({ a, b }: Row, { say, when }: Speaker): SideRow[] {
  const rows: [name: string, of: (one: Row['a']) => string | null][] = [
    [say(w.twinType), ({ type }) => (type === null ? null : say(TYPES[type]))],
    [say(w.twinCompany), ({ company_name }) => company_name],
    [say(w.twinPerson), ({ real_name }) => real_name],
    [say(w.twinPhone), ({ phone }) => phone],
    [say(w.twinNickname), ({ wechat_nickname }) => wechat_nickname],
    [say(w.twinWechat), ({ wechat_id }) => wechat_id],
    [say(w.twinEmail), ({ email }) => email],
    [say(w.twinAddress), ({ address }) => address],
    [say(w.twinCode), ({ credit_code }) => credit_code],
    [say(w.twinNumber), ({ erp_customer_code }) => erp_customer_code],
    [say(w.twinMessages), ({ message_count }) => (message_count === 0 ? null : String(message_count))],
    [say(w.twinLast), ({ last_contact_at }) => when(last_contact_at) || null],
  ];
  return rows
    .map(([name, of]) => ({ name, left: of(a), right: of(b) }))
    .filter(({ left, right }) => left !== null || right !== null);
}
