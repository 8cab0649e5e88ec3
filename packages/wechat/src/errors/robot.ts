import type { ErrorCells } from './row.ts';

/** Group robots of WeCom, DingTalk and Feishu. */
export const ROBOT_ERRORS = {
  robot_gone: [
    'config',
    'fail',
    '机器人地址无效，或机器人已被移除',
    'The robot’s address is wrong, or the robot was removed',
    '在群里重新添加机器人并更新地址',
    'Add the robot to the group again and renew the address',
  ],
  robot_bad_signature: [
    'config',
    'fail',
    '机器人签名不对，或服务器时间偏差超过一小时',
    'The robot’s signature is wrong, or the clock is off by more than an hour',
    '核对加签密钥和服务器时间',
    'Compare the signing secret and the clock',
  ],
  robot_ip_refused: [
    'config',
    'fail',
    '机器人不接受这个 IP',
    'The robot does not accept this IP',
    '把出口 IP 加到机器人的白名单',
    'Add the outgoing IP to the robot’s list',
  ],
  robot_keyword_missing: [
    'config',
    'fail',
    '消息里没有机器人要求的关键词',
    'The message lacks the robot’s keyword',
    '把关键词写进消息，或改用加签',
    'Put the keyword into the message, or use signing',
  ],
  robot_bad_message: [
    'system',
    'fail',
    '机器人不接受这条消息',
    'The robot refuses the message',
    '反馈给开发者',
    'Report it',
  ],
  robot_rate_limited: [
    'transient',
    'slow_down',
    '机器人发送过于频繁',
    'The robot was used too often',
    '程序会等一会儿再发',
    'It waits before it sends again',
  ],
} as const satisfies Record<string, ErrorCells>;
