import type { ErrorCells } from './row.ts';

/** What is pushed to us. */
export const CALLBACK_ERRORS = {
  callback_bad_key: [
    'config',
    'fail',
    'EncodingAESKey 不是 43 位字母数字',
    'The EncodingAESKey is not 43 letters and digits',
    '从管理后台重新复制 EncodingAESKey',
    'Copy the EncodingAESKey from the admin console again',
  ],
  callback_bad_signature: [
    'config',
    'fail',
    '回调签名不对',
    'The callback’s signature is wrong',
    '核对 Token；来历不明的请求已丢弃',
    'Compare the token; requests of unknown origin are dropped',
  ],
  callback_undecipherable: [
    'config',
    'fail',
    '回调内容解不开',
    'The callback cannot be decrypted',
    '核对 EncodingAESKey',
    'Compare the EncodingAESKey',
  ],
  callback_wrong_receiver: [
    'config',
    'fail',
    '回调是发给另一家企业的',
    'The callback is for another company',
    '核对企业 ID（或 SuiteId）',
    'Compare the corp id (or suite id)',
  ],
  callback_bad_xml: [
    'system',
    'fail',
    '回调不是约定的 XML',
    'The callback is not the agreed XML',
    '反馈给开发者',
    'Report it',
  ],
  callback_too_large: [
    'system',
    'fail',
    '回调内容过大',
    'The callback is too large',
    '检查是否有人伪造请求',
    'See whether somebody forges requests',
  ],
} as const satisfies Record<string, ErrorCells>;
