import type { ErrorCells } from './row.ts';

/** WeChat customer service (微信客服). */
export const KF_ERRORS = {
  kf_no_account: [
    'config',
    'fail',
    '没有这个客服账号',
    'There is no such customer-service account',
    '核对客服账号 ID',
    'Compare the account’s id',
  ],
  kf_notice_stale: [
    'transient',
    'skip',
    '回调里的拉取凭证已过期',
    'The notice’s token is stale',
    '程序会不带凭证再拉一次',
    'It pulls once more without it',
  ],
  kf_wrong_place: [
    'config',
    'fail',
    '客服账号不是通过企业微信管理的，或反之',
    'The account is managed in the other console',
    '在管理后台核对微信客服的接入方式',
    'Look at how customer service is set up in the admin console',
  ],
  kf_ended: [
    'business',
    'fail',
    '会话已结束',
    'The conversation has ended',
    '等客户再发消息',
    'Wait for the customer’s next message',
  ],
  kf_servicer_inactive: [
    'config',
    'fail',
    '接待人员未激活',
    'The servicer is not activated',
    '请该成员先登录企业微信',
    'Have the member log in to WeCom first',
  ],
  kf_not_enabled: [
    'config',
    'fail',
    '微信客服接口未开启',
    'The customer-service interface is off',
    '在管理后台“微信客服”里开启 API',
    'Turn it on under customer service in the admin console',
  ],
  kf_wrong_state: [
    'business',
    'fail',
    '会话正由人工接待，不能由程序发消息',
    'A person is serving this conversation: a program may not send',
    '等人工结束，或先转回智能助手',
    'Wait until it ends, or hand it back to the assistant first',
  ],
  kf_banned: [
    'config',
    'fail',
    '客服账号被封禁',
    'The account is banned',
    '在管理后台查看原因并申诉',
    'See the reason in the admin console and appeal',
  ],
} as const satisfies Record<string, ErrorCells>;
