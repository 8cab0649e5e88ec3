import type { Bilingual } from '@bangqiao/core';
import { createWecomSim } from '@bangqiao/wechat/sim';

interface WecomWishes {
  port: number;
  callbackUrl: string;
  customers: number;
  seed: number;
}

/** The stand-in WeCom as a command runs it: what to put into a configuration, the words that say so, and its end. */
export async function startWecom({ port, callbackUrl, customers, seed }: WecomWishes) {
  const sim = createWecomSim({ callbackUrl, customers, seed });
  const baseUrl = await sim.listen(port);
  const { corpId, secret, token, encodingAesKey } = sim;
  const facts = { baseUrl, corpId, secret, token, encodingAesKey, callbackUrl, accounts: sim.accounts() };
  const settings = (names: { corp: string; callbacks: string }) =>
    [
      `  ${names.corp} ${corpId}`,
      `  Secret ${secret}`,
      `  Token ${token}`,
      `  EncodingAESKey ${encodingAesKey}`,
      `  ${names.callbacks} ${callbackUrl}`,
    ].join('\n');
  const words: Bilingual = {
    zh: `模拟企业微信在 ${baseUrl}\n${settings({ corp: '企业 ID', callbacks: '回调地址' })}`,
    en: `Stand-in WeCom at ${baseUrl}\n${settings({ corp: 'Corp id', callbacks: 'Callbacks go to' })}`,
  };
  return { facts, words, close: () => sim.close() };
}
