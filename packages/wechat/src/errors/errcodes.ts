import type { ErrorCode } from './table.ts';

/** WeCom's `errcode` → what it means here (facts: the error lists of base, customer contact and customer service). */
const MEANINGS: Readonly<Record<number, ErrorCode>> = {
  [-1]: 'wecom_busy',
  40001: 'wecom_bad_secret',
  40003: 'wecom_bad_member',
  40013: 'wecom_bad_corp_id',
  40014: 'wecom_token_dead',
  40058: 'wecom_bad_request',
  40096: 'wecom_bad_customer',
  40201: 'kf_banned',
  41001: 'wecom_bad_request',
  41002: 'wecom_bad_request',
  41004: 'wecom_bad_request',
  41051: 'wecom_welcome_used',
  41096: 'wecom_welcome_used',
  42001: 'wecom_token_dead',
  45009: 'wecom_rate_limited',
  45033: 'wecom_too_concurrent',
  45035: 'wecom_tags_busy',
  48002: 'wecom_not_allowed',
  50003: 'wecom_app_disabled',
  60011: 'wecom_no_privilege',
  60020: 'wecom_ip_refused',
  60111: 'wecom_bad_member',
  81017: 'wecom_too_much',
  84061: 'wecom_not_a_contact',
  84074: 'wecom_no_contact_right',
  95000: 'kf_no_account',
  95004: 'kf_no_account',
  95007: 'kf_notice_stale',
  95011: 'kf_wrong_place',
  95012: 'kf_wrong_place',
  95013: 'kf_ended',
  95014: 'kf_servicer_inactive',
  95017: 'kf_not_enabled',
  95018: 'kf_wrong_state',
  301002: 'wecom_token_mixed_up',
  701008: 'wecom_no_licence',
};

/** A code that nobody described is a refusal: shown with its number, never guessed. */
export function meaningOf(errcode: number): ErrorCode {
  return MEANINGS[errcode] ?? 'wecom_refused';
}
