import { useRight } from '../../api/session.ts';
import type { Overview } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { overviewWords as w } from '../../words/overview.ts';
import type { Words } from '../../words/words.ts';
import type { Figure, Station } from './flow.tsx';

/** The numbers of the overview, where each belongs on the way. */
export function useStations({ customers, today, writes }: Overview): Station[] {
  const { say } = useLanguage();
  const { by_stage: stages, outside } = customers;
  const list = (words: Words, count: number, search: Figure['search'], tone?: Figure['tone']): Figure => ({
    text: say(words),
    count,
    to: '/customers',
    search,
    tone,
  });
  const pile = (words: Words, name: keyof Overview['writes'], tone: Figure['tone']): Figure => ({
    text: say(words),
    count: writes[name].count,
    to: '/journal',
    search: { pile: name },
    tone,
  });
  return [
    {
      name: say(w.wechat),
      about: say(w.wechatAbout),
      figures: [list(w.contacts, stages.contact, { stage: 'contact' })],
    },
    {
      name: say(w.leads),
      about: say(w.leadsAbout),
      figures: [list(w.leadsCount, stages.lead, { stage: 'lead' })],
    },
    {
      name: say(w.decisions),
      about: say(w.decisionsAbout),
      figures: [
        list(w.decidedToday, today.decided, { today: 'decided' }),
        list(w.admittedToday, today.admitted, { today: 'admitted' }, 'good'),
        list(w.keptOut, outside.skipped, { in_erp: false, status: 'skipped' }, 'wait'),
      ],
    },
    {
      name: say(w.writes),
      about: say(w.writesAbout),
      figures: [
        pile(w.waiting, 'waiting', 'wait'),
        pile(w.doubt, 'in_doubt', 'wait'),
        pile(w.parked, 'parked', 'act'),
      ],
    },
    {
      name: say(w.erp),
      about: say(w.erpAbout),
      figures: [
        list(w.inErp, customers.in_erp, { in_erp: true }),
        list(w.createdToday, today.created, { today: 'created' }, 'good'),
        list(w.linkedToday, today.linked, { today: 'linked' }),
        list(w.updatedToday, today.updated, { today: 'updated' }),
      ],
    },
  ];
}

/** What comes back from the ERP. The desk is open to whoever may decide there. */
export function useBack({ today, for_people: { conflicts } }: Overview): Figure[] {
  const { say } = useLanguage();
  const mayDecide = useRight('conflicts.decide') !== null;
  return [
    { text: say(w.back), count: today.pulled, to: '/customers', search: { today: 'pulled' } },
    {
      text: say(w.conflicts),
      count: conflicts,
      ...(mayDecide ? { to: '/desk', search: { kind: 'conflict' } } : {}),
      tone: 'act',
    },
  ];
}
