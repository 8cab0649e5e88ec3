import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** `customers_unified`, what identifies a customer, and the view of those that wait for the ERP. */
export async function createCustomers(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table customers_unified (
      id ${t.autoId},
      erp_customer_id ${t.bigint},
      erp_customer_code ${t.text},
      wechat_id ${t.text},
      company_name ${t.text},
      company_name_source ${t.text},
      company_name_verified ${t.boolean} not null default false,
      company_name_verified_at ${t.time},
      real_name ${t.text},
      real_name_source ${t.text},
      phone ${t.text},
      phone_source ${t.text},
      phone_verified ${t.boolean} not null default false,
      phone_verified_at ${t.time},
      email ${t.text},
      email_source ${t.text},
      email_verified ${t.boolean} not null default false,
      email_verified_at ${t.time},
      address ${t.text},
      address_source ${t.text},
      wechat_nickname ${t.text},
      wechat_avatar ${t.text},
      wechat_remark ${t.text},
      erp_customer_type ${t.integer},
      erp_customer_category ${t.text},
      erp_follow_level ${t.text},
      erp_source ${t.text},
      erp_value_assessment ${t.text},
      erp_industry ${t.text},
      erp_region ${t.text},
      summary ${t.text},
      notes ${t.text},
      pinyin ${t.text},
      credit_code ${t.text},
      extracted_company_info ${t.text},
      extracted_product_interest ${t.text},
      extracted_needs ${t.text},
      business_license_info ${t.json},
      business_license_path ${t.text},
      business_license_verified ${t.boolean} not null default false,
      intent_score ${t.real} not null default 0,
      intent_level ${t.text},
      intent_signals ${t.json},
      intent_updated_at ${t.time},
      message_count ${t.integer} not null default 0,
      conversation_days ${t.integer} not null default 0,
      first_contact_time ${t.time},
      last_contact_time ${t.time},
      last_message_content ${t.text},
      has_order ${t.boolean} not null default false,
      has_contract ${t.boolean} not null default false,
      has_payment ${t.boolean} not null default false,
      marked_as_important ${t.boolean} not null default false,
      marked_as_invalid ${t.boolean} not null default false,
      has_quote_request ${t.boolean} not null default false,
      data_quality_score ${t.real} not null default 0,
      data_completeness ${t.real} not null default 0,
      quality_issues ${t.json},
      stage ${t.text} not null default 'contact',
      erp_sync_status ${t.text} not null default 'pending',
      erp_sync_action ${t.text},
      erp_sync_rule ${t.text},
      erp_sync_confidence ${t.real},
      erp_sync_error ${t.text},
      erp_presence ${t.text},
      erp_last_pulled ${t.time},
      erp_last_pushed ${t.time},
      local_updated_at ${t.time},
      erp_updated_at ${t.time},
      created_at ${t.time} not null,
      updated_at ${t.time} not null,
      created_by ${t.text} not null default 'system',
      updated_by ${t.text} not null default 'system',
      version ${t.integer} not null default 1,
      local_dirty ${t.boolean} not null default false,
      check (wechat_id <> ''),
      check (stage in ('contact', 'lead', 'customer')),
      check (erp_sync_status in ('pending', 'synced', 'failed', 'skipped'))
    )`);
  await run(sql`create unique index customers_erp_customer_id on customers_unified (erp_customer_id)`);
  await run(
    sql`create unique index customers_wechat_id on customers_unified (wechat_id) where wechat_id is not null`,
  );
  await run(sql`create index customers_phone on customers_unified (phone) where phone is not null`);
  await run(sql`create index customers_erp_customer_code on customers_unified (erp_customer_code)`);
  await run(
    sql`create index customers_erp_sync_status on customers_unified (erp_sync_status) where erp_sync_status <> 'synced'`,
  );
  await run(sql`create index customers_unlinked on customers_unified (id) where erp_customer_id is null`);
  await run(sql`create index customers_local_dirty on customers_unified (id) where local_dirty`);

  await run(sql`
    create table customer_keys (
      kind ${t.text} not null,
      value ${t.text} not null,
      customer_id ${t.bigint} not null,
      primary key (kind, value, customer_id)
    )`);
  await run(sql`create index customer_keys_customer on customer_keys (customer_id)`);

  await run(sql`
    create table customer_merges (
      id ${t.autoId},
      kept_id ${t.bigint} not null,
      merged_id ${t.bigint} not null,
      kept_row ${t.json} not null,
      merged_row ${t.json} not null,
      moved ${t.json} not null,
      merged_at ${t.time} not null,
      merged_by ${t.text} not null
    )`);
  await run(sql`create index customer_merges_kept on customer_merges (kept_id)`);

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
      where c.erp_sync_status in ('pending', 'failed') and not c.marked_as_invalid
    ) p
    order by
      case p.sync_priority
        when 'mandatory' then 1 when 'high_quality' then 2 when 'medium_quality' then 3 else 4
      end,
      p.data_quality_score desc, p.id`);
}
