import type { ErrorCells } from './row.ts';

/** The way to the other side, WeCom or robot. */
export const NETWORK_ERRORS = {
  wecom_unreachable: [
    'transient',
    'retry',
    '连接不上对方服务器',
    'The server cannot be reached',
    '检查网络；程序会自动再试',
    'Check the network; it is tried again by itself',
  ],
  wecom_dns_failed: [
    'config',
    'retry',
    '服务器地址的主机名无法解析',
    'The host name of the server cannot be resolved',
    '检查地址和 DNS；程序会自动再试',
    'Check the address and the DNS; it is tried again by itself',
  ],
  wecom_timed_out: [
    'transient',
    'retry',
    '对方没有在规定时间内应答',
    'No answer in time',
    '程序会自动再试',
    'It is tried again by itself',
  ],
  wecom_connection_lost: [
    'transient',
    'retry',
    '连接中断',
    'The connection was lost',
    '程序会自动再试',
    'It is tried again by itself',
  ],
  wecom_http_error: [
    'transient',
    'retry',
    '对方返回了错误状态',
    'The server answered with an HTTP error',
    '程序会自动再试；持续出现时检查代理',
    'It is tried again by itself; if it lasts, look at any proxy',
  ],
  wecom_protocol: [
    'system',
    'fail',
    '返回的数据不是约定的样子',
    'The answer does not have the agreed shape',
    '反馈给开发者',
    'Report it',
  ],
  wecom_aborted: [
    'transient',
    'retry',
    '操作被中止',
    'The operation was stopped',
    '重新运行即可继续',
    'Run it again to go on',
  ],
} as const satisfies Record<string, ErrorCells>;
