import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** What was done and why: logs, history, configuration, rules and decisions. */
export async function createLogs(run: Run, { types: t, shanghaiDay }: Backend): Promise<void> {
  await run(sql`
    create table erp_sync_logs (
      id ${t.autoId},
      run_id ${t.bigint},
      customer_id ${t.bigint},
      sync_direction ${t.text} not null,
      sync_type ${t.text} not null,
      sync_action ${t.text},
      sync_result ${t.text} not null,
      changed_fields ${t.json},
      field_count ${t.integer} not null default 0,
      matched_rule ${t.text},
      rule_confidence ${t.real},
      rule_reason ${t.text},
      erp_customer_id ${t.bigint},
      erp_request ${t.text},
      erp_response ${t.text},
      error_message ${t.text},
      error_code ${t.text},
      error_stack ${t.text},
      sync_duration_ms ${t.bigint},
      retry_count ${t.integer} not null default 0,
      synced_at ${t.time} not null,
      synced_by ${t.text} not null default 'system'
    )`);
  await run(sql`create index sync_logs_customer on erp_sync_logs (customer_id)`);
  await run(sql`create index sync_logs_time on erp_sync_logs (synced_at)`);

  await run(sql`
    create view v_sync_statistics as
    select ${shanghaiDay('synced_at')} as sync_date, sync_direction, sync_result,
      count(*) as count, avg(sync_duration_ms) as avg_duration_ms
    from erp_sync_logs
    group by ${shanghaiDay('synced_at')}, sync_direction, sync_result`);

  await run(sql`
    create table field_change_history (
      id ${t.autoId},
      run_id ${t.bigint},
      customer_id ${t.bigint} not null,
      field_name ${t.text} not null,
      old_value ${t.text},
      new_value ${t.text},
      value_source ${t.text},
      change_type ${t.text},
      change_reason ${t.text},
      changed_by ${t.text} not null default 'system',
      changed_at ${t.time} not null,
      evidence ${t.json}
    )`);
  await run(sql`create index field_history_customer on field_change_history (customer_id, field_name)`);
  await run(sql`create index field_history_run on field_change_history (run_id)`);

  await run(sql`
    create table erp_sync_config (
      id ${t.autoId},
      config_key ${t.text} not null unique,
      config_value ${t.text},
      config_type ${t.text} not null default 'string',
      description ${t.text},
      is_active ${t.boolean} not null default true,
      created_at ${t.time} not null,
      updated_at ${t.time} not null
    )`);

  await run(sql`
    create table rule_sets (
      version ${t.integer} primary key,
      created_at ${t.time} not null,
      created_by ${t.text} not null,
      is_active ${t.boolean} not null default false,
      fingerprint ${t.text} not null,
      note ${t.text}
    )`);
  await run(sql`create unique index rule_sets_active on rule_sets (is_active) where is_active`);

  await run(sql`
    create table rule_activations (
      id ${t.autoId},
      version ${t.integer} not null,
      activated_at ${t.time} not null,
      activated_by ${t.text} not null,
      follows_config ${t.boolean} not null
    )`);

  await run(sql`
    create table erp_sync_rules (
      id ${t.autoId},
      rule_set_version ${t.integer} not null,
      rule_name ${t.text} not null,
      rule_type ${t.text} not null,
      rule_priority ${t.integer} not null default 0,
      rule_conditions ${t.text} not null,
      rule_action ${t.text} not null,
      confidence ${t.text},
      is_active ${t.boolean} not null default true,
      description ${t.text},
      match_count ${t.bigint} not null default 0,
      success_count ${t.bigint} not null default 0,
      created_at ${t.time} not null,
      updated_at ${t.time} not null,
      unique (rule_set_version, rule_name)
    )`);

  await run(sql`
    create table decisions (
      id ${t.autoId},
      customer_id ${t.bigint} not null,
      decided_at ${t.time} not null,
      rule_set_version ${t.integer} not null,
      rule ${t.text} not null,
      rule_type ${t.text},
      action ${t.text} not null,
      confidence ${t.real} not null,
      condition ${t.text},
      saw ${t.json} not null,
      missing ${t.json} not null,
      reason_zh ${t.text} not null,
      reason_en ${t.text} not null,
      fingerprint ${t.text} not null
    )`);
  await run(sql`create index decisions_customer on decisions (customer_id)`);

  await run(sql`
    create table erp_api_logs (
      id ${t.autoId},
      api_endpoint ${t.text} not null,
      http_method ${t.text} not null default 'POST',
      request_params ${t.text},
      request_headers ${t.text},
      response_status ${t.integer},
      response_body ${t.text},
      response_time_ms ${t.bigint},
      is_success ${t.boolean},
      error_message ${t.text},
      called_at ${t.time} not null,
      called_by ${t.text} not null default 'system'
    )`);
  await run(sql`create index api_logs_endpoint on erp_api_logs (api_endpoint)`);
  await run(sql`create index api_logs_time on erp_api_logs (called_at)`);
}
