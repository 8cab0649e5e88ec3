import { ENDPOINT_NAMES, ENDPOINTS, type Endpoint, ROLES, type Role, reachOf } from '@bangqiao/api';
import { expect, test } from 'vitest';
import { addToken } from '../src/users/tokens.ts';
import { addUser } from '../src/users/users.ts';
import { type Desk, PASSWORD, startDesk } from './api-support.ts';

const CASES = ENDPOINT_NAMES.map((name) => [name, ENDPOINTS[name] as Endpoint] as const);

/** One sign-in per role; the guard is what is asked here, so that a body that fits nothing will do. */
async function cookies(desk: Desk): Promise<Map<Role, string>> {
  const found = new Map<Role, string>();
  for (const role of ROLES) {
    const erp_user = { id: '7', name: '李' };
    await addUser(desk.store, { name: role, password: PASSWORD, role, erp_user }, new Date().toISOString());
    const answer = await fetch(`${desk.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bangqiao': '1' },
      body: JSON.stringify({ name: role, password: PASSWORD }),
    });
    found.set(role, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }
  return found;
}

async function knock(desk: Desk, it: Endpoint, headers: Record<string, string>): Promise<string> {
  const path = it.path.replace(/:(\w+)/g, (_all, name) => (name === 'field' ? 'email' : '999999'));
  const stop = new AbortController();
  const answer = await fetch(`${desk.url}${path}`, {
    method: it.method,
    signal: stop.signal,
    headers: { ...headers, 'x-bangqiao': '1', ...(it.body ? { 'content-type': 'application/json' } : {}) },
    ...(it.body ? { body: '{"nothing":"fits"}' } : {}),
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await answer.text();
  stop.abort();
  if (answer.status < 400) return 'let in';
  const { code } = (JSON.parse(text) as { error: { code: string } }).error;
  expect(answer.status).toBeLessThan(500);
  return code === 'not_signed_in' || code === 'not_allowed' ? code : 'let in';
}

test('every route lets in whom the table of rights lets in, and nobody else', async () => {
  const desk = await startDesk();
  const seen: string[] = [];
  const wanted: string[] = [];
  for (const [name, it] of CASES) {
    if (it.right === 'open') continue;
    wanted.push(`${name} nobody: not_signed_in`);
    seen.push(`${name} nobody: ${await knock(desk, it, {})}`);
  }
  const byRole = await cookies(desk);
  for (const [name, it] of CASES) {
    // Signing out would end the session that the others need; it has a test of its own.
    if (it.right === 'open' || name === 'session.close') continue;
    for (const [role, cookie] of byRole) {
      const may = reachOf(role, it.right) === null ? 'not_allowed' : 'let in';
      wanted.push(`${name} ${role}: ${may}`);
      seen.push(`${name} ${role}: ${await knock(desk, it, { cookie })}`);
    }
  }
  expect(seen).toEqual(wanted);
});

test('a token reaches the routes of its scope and no other', async () => {
  const desk = await startDesk();
  const user = await addUser(
    desk.store,
    { name: 'root', password: PASSWORD, role: 'administrator', erp_user: null },
    new Date().toISOString(),
  );
  const scope = 'customers.read';
  const asked = { name: 't', user_id: user.id, scopes: [scope] as const, expires_in_days: null };
  const { token } = await addToken(desk.store, asked, new Date());
  for (const [name, it] of CASES) {
    if (it.right === 'open') continue;
    const said = await knock(desk, it, { authorization: `Bearer ${token}` });
    expect(`${name}: ${said}`).toBe(`${name}: ${it.right === scope ? 'let in' : 'not_allowed'}`);
  }
});
