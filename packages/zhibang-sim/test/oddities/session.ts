import { expect } from 'vitest';
import { credentials, enter, messageOf, post } from '../visitor.ts';
import { odd, type Shown } from './shown.ts';

/** Oddities of tokens and cookies. */
export const SESSION = {
  cookieSession: [
    'takes the cookie of the login in place of a session, or demands it as well',
    async () => {
      const { base, sim } = await odd({ cookieSession: true });
      const login = await post(base, '/webapi/v3/ov1/login', { datas: credentials() });
      const cookie = login.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
      expect(cookie).toMatch(/ASP\.NET_SessionId=\w+; ZBCCSN=\w+/);
      const ask = async (session: string, headers: object) =>
        (await post(base, '/webapi/v3/ov1/source?enumid=13', { session }, { ...headers })).json.header.status;
      const { session } = login.json.header;
      expect([await ask('', { cookie }), await ask('', {}), await ask(session, {})]).toEqual([0, 1, 0]);
      sim.oddities.cookieSession = 'only';
      expect([await ask(session, { cookie }), await ask(session, {})]).toEqual([0, 1]);
      sim.oddities.cookieSession = 'empty';
      const greeted = await post(base, '/webapi/v3/ov1/login', { datas: credentials() });
      expect(greeted.json.header).toMatchObject({ status: 0, message: '欢迎您，管理员', session: '' });
      expect(greeted.headers.getSetCookie()).toHaveLength(2);
    },
  ],
  secondLoginEjects: [
    'throws the first device out when a second logs in, but not the same device',
    async () => {
      const first = await odd({ secondLoginEjects: true });
      await enter(first.sim, first.base, 'TEST1');
      expect((await first.list()).header.status).toBe(0);
      await enter(first.sim, first.base, 'TEST2');
      expect((await first.list()).header.status).not.toBe(0);
    },
  ],
  tokenLifeSeconds: [
    'lets tokens die after their life',
    async () => {
      const { list, sim } = await odd({});
      sim.oddities.tokenLifeSeconds = 0;
      expect((await list()).header.status).not.toBe(0);
    },
  ],
  deadTokenAs: [
    'tells a dead token by status 400, by changing messages, or with the login page',
    async () => {
      const { ov1, v3, sim } = await odd({ deadTokenAs: '400' });
      sim.killTokens();
      expect((await ov1('source?enumid=13')).json.header.status).toBe(400);
      sim.oddities.deadTokenAs = 'message';
      const words = [1, 2, 3, 4].map(async () => messageOf(await ov1('source?enumid=13')));
      for (const each of await Promise.all(words)) expect(each).toMatch(/登录|会话|鉴权|session/);
      expect(new Set(await Promise.all(words)).size).toBe(4);
      sim.oddities.deadTokenAs = 'html';
      expect((await ov1('source?enumid=13')).text).toContain('系统登录');
      expect((await v3('orgs/user/list', {})).text).toContain('系统登录');
    },
  ],
} satisfies Shown;
