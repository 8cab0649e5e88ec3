import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/http/app.ts';

let app: FastifyInstance;
beforeAll(() => {
  app = createApp({ health: () => Promise.reject(new Error('the guides need no database')) });
});
afterAll(() => app.close());

async function get(url: string) {
  const { statusCode, body, headers } = await app.inject({ url });
  return { status: statusCode, body, type: String(headers['content-type']), location: headers.location };
}

test('the guides begin with the quick start', async () => {
  expect((await get('/docs/guides')).location).toBe('/docs/guides/quick-start');
  const { body } = await get('/docs/guides/quick-start');
  expect(body).toContain('<html lang="zh-CN">');
  expect(body).toContain('<a class="back" href="/">回到邦桥</a>');
  expect((await get('/docs/guides/en/quick-start')).body).toContain('<html lang="en">');
});

test('every link and every picture of every guide, in both languages, is there', async () => {
  const seen = new Map<string, string>();
  const waiting = ['/docs/guides/quick-start'];
  const broken: string[] = [];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const { status, body, type } = await get(url);
    if (status !== 200) broken.push(`${url}: ${status}`);
    seen.set(url, type);
    if (!type.startsWith('text/html') || !url.startsWith('/docs/guides')) continue;
    for (const [, found = ''] of body.matchAll(/(?:href|src)="(\/docs\/[^"#]+)/g)) {
      if (!seen.has(found) && !waiting.includes(found)) waiting.push(found);
    }
    const anchors = [...body.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    broken.push(
      ...anchors.filter((anchor) => !body.includes(`id="${anchor}"`)).map((anchor) => `${url}#${anchor}`),
    );
  }
  expect(broken).toEqual([]);
  const guides = [...seen.keys()].filter((url) => /^\/docs\/guides\/(en\/)?[a-z-]+$/.test(url));
  expect(guides).toHaveLength(20);
  expect([...seen.values()].filter((type) => type === 'image/png')).toHaveLength(12);
});

test('only pictures of the guides are handed out', async () => {
  for (const file of ['nothing.zh.png', '..%2fquick-start.md', 'overview.zh.png%2f..', '%2e%2e']) {
    expect((await get(`/docs/guides/images/${file}`)).status).toBe(404);
  }
});
