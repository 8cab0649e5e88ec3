import type { CustomerPage } from '@bangqiao/api';
import { Facts } from '../../parts/facts.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { INTENTS, PRESENCES, TYPES } from '../../words/customer-terms.ts';

type Customer = CustomerPage['customer'];

export function WechatSide({ customer }: { customer: Customer }) {
  const { say } = useLanguage();
  const { wechat } = customer;
  const isKnown = wechat.id !== null || wechat.nickname !== null || wechat.remark !== null;
  const level = customer.intent_level && say(INTENTS[customer.intent_level]);
  return (
    <section className="card">
      <h2>{say(w.wechatSide)}</h2>
      {!isKnown && <p className="muted">{say(w.noWechat)}</p>}
      <Facts
        facts={[
          [say(w.nickname), wechat.nickname],
          [say(w.remark), wechat.remark],
          [say(w.wechatId), [wechat.id, ...wechat.other_ids].filter(Boolean).join('、')],
          [
            say(w.messages),
            customer.message_count > 0 &&
              say(w.messagesCount, { count: customer.message_count, days: customer.conversation_days }),
          ],
          [say(w.lastContact), customer.last_contact_at && <Time at={customer.last_contact_at} />],
          [
            say(w.intent),
            isKnown && [level, say(w.outOf100, { score: customer.intent })].filter(Boolean).join(' · '),
          ],
          [say(w.interest), customer.product_interest],
          [say(w.needs), customer.needs],
        ]}
      />
    </section>
  );
}

export function ErpSide({ customer }: { customer: Customer }) {
  const { say } = useLanguage();
  const isContact = customer.erp_contact_of !== null;
  return (
    <section className="card">
      <h2>{say(w.erpSide)}</h2>
      {customer.erp_customer_id === null && (
        <p className="muted">{say(isContact ? w.contactOf : w.notInErp)}</p>
      )}
      <Facts
        facts={[
          [say(w.number), customer.erp_customer_code],
          [say(w.presence), customer.erp_presence && say(PRESENCES[customer.erp_presence])],
          [say(w.owner), customer.owner],
          [say(w.type), customer.type && say(TYPES[customer.type])],
          [say(w.readAt), customer.read_at && <Time at={customer.read_at} />],
          [
            say(w.quality),
            `${say(w.outOf100, { score: customer.quality })} · ${say(w.completeness, { share: Math.round(customer.completeness * 100) })}`,
          ],
        ]}
      />
    </section>
  );
}
