import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/**
 * Customers who stand in the ERP as a contact person (联系人) of another customer: they wait for nothing. Writes that an
 * earlier version parked for want of this are planned anew.
 */
export async function keepContacts(run: Run, { types: t }: Backend, now: string): Promise<void> {
  await run(sql`alter table customers_unified add column erp_contact_id ${t.bigint}`);
  await run(sql`alter table customers_unified add column erp_contact_of ${t.bigint}`);
  await run(sql`
    create unique index customers_erp_contact_id on customers_unified (erp_contact_id)
    where erp_contact_id is not null`);
  await run(sql`
    create index customers_erp_contact_of on customers_unified (erp_contact_of) where erp_contact_of is not null`);
  await run(sql`
    insert into journal_audit (journal_id, from_state, to_state, note, at, "by")
    select id, 'parked', 'planned', 'contact persons are written now', ${now}, 'migration'
    from write_journal where state = 'parked' and error_code = 'belongs_to_another'`);
  await run(sql`
    update write_journal
    set state = 'planned', passed_at = null, error_code = null, error_message = null, next_step = null,
      updated_at = ${now}
    where state = 'parked' and error_code = 'belongs_to_another'`);
  await run(sql`drop view v_pending_sync_customers`);
  await run(sql`
    create view v_pending_sync_customers as
    select p.* from (
      select c.*,
        case
          when c.has_order or c.has_contract or c.has_payment or c.marked_as_important then 'mandatory'
          when c.data_quality_score >= 80 then 'high_quality'
          when c.data_quality_score >= 50 then 'medium_quality'
          else 'low_quality'
        end as sync_priority,
        case
          when c.erp_customer_id is null then 'CREATE'
          when c.erp_presence = 'gone' then 'SKIP'
          when c.local_dirty or c.local_updated_at > c.erp_last_pushed then 'UPDATE'
          else 'SKIP'
        end as recommended_action
      from customers_unified c
      where c.erp_sync_status in ('pending', 'failed') and not c.marked_as_invalid and c.erp_contact_id is null
    ) p
    order by
      case p.sync_priority
        when 'mandatory' then 1 when 'high_quality' then 2 when 'medium_quality' then 3 else 4
      end,
      p.data_quality_score desc, p.id`);
}
