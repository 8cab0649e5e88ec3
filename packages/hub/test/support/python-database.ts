import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/**
 * Makes a database as the earlier Python system leaves it: its table and column names, its defaults, its trigger. The
 * UNIQUE of its WeChat ids is left out, since copies of that file were mended by hand.
 */
export function makePythonDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    create table customers_unified (
      id integer primary key autoincrement, erp_customer_id integer, erp_customer_code varchar(50), wechat_id varchar(100),
      company_name text, company_name_source text default 'unknown', company_name_verified boolean default 0,
      company_name_verified_at datetime, real_name text, real_name_source text, phone varchar(20), phone_source text,
      phone_verified boolean default 0, phone_verified_at datetime, email text, email_source text,
      email_verified boolean default 0, address text, address_source text, wechat_nickname text,
      erp_customer_type integer default 1, intent_score float default 0.0, intent_signals text, quality_issues text,
      message_count integer default 0, conversation_days integer default 0, last_contact_time datetime,
      has_order boolean default 0, has_quote_request boolean default 0, marked_as_invalid boolean default 0,
      data_quality_score float default 0.0, erp_sync_status varchar(20) default 'pending', erp_sync_confidence float,
      erp_last_pushed datetime, created_at datetime default current_timestamp,
      updated_at datetime default current_timestamp, created_by text default 'system'
    );
    create table erp_sync_logs (
      id integer primary key autoincrement, customer_id integer, sync_direction text not null, sync_type text not null,
      sync_action text, sync_result text not null, changed_fields text, erp_request text, error_message text,
      sync_duration_ms integer, synced_at datetime default current_timestamp
    );
    create table field_change_history (
      id integer primary key autoincrement, customer_id integer not null, field_name text not null, old_value text,
      new_value text, value_source text, changed_at datetime default current_timestamp
    );
    create table erp_sync_config (
      id integer primary key autoincrement, config_key text unique not null, config_value text, config_type text
    );
    create table erp_sync_rules (
      id integer primary key autoincrement, rule_name text unique not null, rule_type text not null,
      rule_priority integer default 0, rule_conditions text not null, rule_action text not null,
      is_active boolean default 1, description text
    );
    create table erp_api_logs (
      id integer primary key autoincrement, api_endpoint text not null, request_params text, response_status integer,
      is_success boolean, called_at datetime default current_timestamp
    );`);
  return database;
}

/** Inserts one row, columns by name. */
export function put(database: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const columns = Object.keys(row);
  database
    .prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`)
    .run(...Object.values(row));
}
