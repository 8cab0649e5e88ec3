import { HubError } from '../../errors.ts';

/** What the API itself refuses, whoever asks. The status stands in `STATUS`. */
export const refusals = {
  starting: () =>
    refusal(
      'starting',
      '邦桥正在启动。',
      'Bangqiao is starting.',
      '几秒钟后再试',
      'Try again in a few seconds',
    ),
  notSignedIn: () =>
    refusal(
      'not_signed_in',
      '请先登录：还没有登录，或登录已经过期。',
      'Sign in first: there is no session, or it is over.',
      '重新登录后，会回到刚才的页面',
      'Sign in again; you come back to where you were',
    ),
  notAllowed: () =>
    refusal(
      'not_allowed',
      '您的角色没有这个权限。',
      'Your role does not allow this.',
      '需要时请管理员调整角色',
      'Ask an administrator if you need it',
    ),
  notFromHere: () =>
    refusal(
      'not_from_here',
      '这个请求不是邦桥自己的页面发出的，没有执行。',
      'This request did not come from a page of Bangqiao and was not carried out.',
      '请在邦桥的页面里操作；程序请用接口令牌，并带上请求头 x-bangqiao: 1',
      'Use the pages of Bangqiao; programs use an API token, or send the header x-bangqiao: 1',
    ),
  tooMany: () =>
    refusal(
      'too_many_requests',
      '请求太密集，请稍等。',
      'Too many requests, wait a little.',
      '一分钟后再试',
      'Try again in a minute',
    ),
  setUpElsewhere: () =>
    refusal(
      'set_up_elsewhere',
      '第一个管理员只能在运行邦桥的机器上建立。',
      'The first administrator is made on the machine that Bangqiao runs on.',
      '在那台机器上打开邦桥，或运行 bangqiao user add 用户名 --role administrator',
      'Open Bangqiao there, or run bangqiao user add NAME --role administrator',
    ),
  wrongCode: () =>
    refusal(
      'wrong_set_up_code',
      '一次性代码不对。',
      'The one-time code is wrong.',
      '代码显示在启动邦桥的窗口（或它的日志）里，每次启动都会换',
      'It is shown in the window (or log) where Bangqiao was started, a new one at each start',
    ),
  notThere: (what: string) =>
    refusal(
      'not_there',
      `没有找到：${what}`,
      `Not found: ${what}`,
      '它可能已被合并或删除；回到列表再找',
      'It may have been merged or deleted; look in the list again',
    ),
  formerMoved: () =>
    refusal(
      'former_moved',
      '这个字段刚刚变过，没有恢复。',
      'This field has changed meanwhile; nothing was put back.',
      '看一眼现在的值，再选要恢复的',
      'Look at its value now and choose again',
    ),
  badCursor: () =>
    refusal(
      'bad_cursor',
      '翻页的位置无效。',
      'This is no place in this list.',
      '从第一页重新开始',
      'Begin at the first page again',
    ),
};

function refusal(code: string, zh: string, en: string, nextZh: string, nextEn: string): HubError {
  return new HubError({ code, exitCode: 2, zh, en, nextZh, nextEn });
}
