import { document, type Header, LOGIN_PAGE, type Reply } from './answers.ts';
import type { Call } from './call.ts';
import { RELEASE } from './help/site.ts';
import { helperReply } from './helper.ts';
import { v3Reply } from './v3.ts';
import type { World } from './world.ts';

export function login(world: World, call: Call): Reply {
  const result = world.sessions.login(call.params);
  if ('refused' in result) {
    world.stats.badCredentials++;
    return document(world.oddities, '{}', { status: 1, message: result.refused, session: '' });
  }
  world.stats.logins++;
  const { token } = result;
  const reply = document(world.oddities, '{}', {
    ...greeting(world, token),
    appversion: RELEASE,
  });
  if (world.oddities.cookieSession) {
    reply.cookies = [
      `ASP.NET_SessionId=${token.slice(0, 24).toLowerCase()}; path=/; HttpOnly`,
      `ZBCCSN=${token}; path=/`,
    ];
  }
  return reply;
}

function greeting({ oddities }: World, token: string): Pick<Header, 'status' | 'message' | 'session'> {
  if (oddities.cookieSession !== 'empty') return { status: 0, message: '', session: token };
  return { status: 0, message: '欢迎您，管理员', session: '' };
}

export function logout(world: World, call: Call): Reply {
  world.sessions.end(call.token || (call.cookies.ZBCCSN ?? ''));
  return document(world.oddities, '{}');
}

/** True when the call carries a living token where its style and this system want it. */
export function admitted(world: World, call: Call): boolean {
  const { sessions, oddities } = world;
  const cookie = oddities.cookieSession ? (call.cookies.ZBCCSN ?? '') : '';
  if (oddities.cookieSession === 'only' && !sessions.alive(cookie)) return false;
  return sessions.alive(call.token === '' ? cookie : call.token);
}

const DEAD_MESSAGES = ['您的登录已失效，请重新登录！', '会话已过期', '鉴权失败', 'session无效'];

/** The words change from call to call: no client may know them by heart. */
export function deadToken(world: World, call: Call): Reply {
  const { deadTokenAs } = world.oddities;
  const words = DEAD_MESSAGES[world.stats.deadTokens % DEAD_MESSAGES.length]!;
  world.stats.deadTokens++;
  if (deadTokenAs === 'html') return LOGIN_PAGE;
  if (call.style === 'v3') return v3Reply(world, 400, 'token验证失败');
  if (call.style === 'helper') return helperReply(world, 400, 'token验证失败');
  const header =
    deadTokenAs === '400' ? { status: 400, message: 'token验证失败' } : { status: 1, message: words };
  return document(world.oddities, '{}', header);
}
