import { Agent, request as httpRequest } from 'node:http';
import { type Cipher, cipherOf, xmlOf } from './cipher.ts';
import { someId, strikes, type World } from './world.ts';

const TRIES = 3;

/** Sends callbacks as WeCom does: encrypted, up to three tries, each with fresh random and signature. */
export class Callbacks {
  readonly #world: World;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  readonly #underWay = new Set<Promise<void>>();
  readonly #late: string[] = [];
  readonly #cipher: Cipher;

  constructor(world: World) {
    this.#world = world;
    this.#cipher = cipherOf(world.callbackToken, world.encodingAesKey, world.corpId);
  }

  /** Something happened: its callback leaves now, twice, or after the next one, as the faults have it. */
  tell(fields: Record<string, string | number>): void {
    const { faults, stats, corpId } = this.#world;
    stats.events++;
    const head = { ToUserName: corpId, FromUserName: 'sys', CreateTime: this.#seconds(), MsgType: 'event' };
    const xml = xmlOf({ ...head, ...fields });
    if (strikes(this.#world, faults.callbackLate)) {
      this.#late.push(xml);
      return;
    }
    this.#start(xml);
    if (strikes(this.#world, faults.callbackTwice)) this.#start(xml);
    for (const held of this.#late.splice(0)) this.#start(held);
  }

  /** All that was held back is sent, and everything under way has come to its end. */
  async settled(): Promise<void> {
    for (const held of this.#late.splice(0)) this.#start(held);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** What WeCom does when a URL is saved: true when the decrypted number came back, and nothing else. */
  async check(): Promise<boolean> {
    const number = String(Math.floor(this.#world.random() * 1e15));
    const answer = await this.#send('GET', this.#cipher.seal(number));
    return answer?.status === 200 && answer.text === number;
  }

  close(): void {
    this.#agent.destroy();
  }

  #start(xml: string): void {
    const delivery: Promise<void> = this.#deliver(xml).finally(() => this.#underWay.delete(delivery));
    this.#underWay.add(delivery);
  }

  async #deliver(xml: string): Promise<void> {
    const { stats, faults } = this.#world;
    if (this.#world.callbackUrl === null) return;
    for (let tried = 0; tried < TRIES; tried++) {
      stats.deliveries++;
      const answer = await this.#send('POST', this.#cipher.seal(xml));
      if (answer && (answer.status === 200 || !faults.callbackRepeatsErrors)) {
        if (answer.status === 200) stats.accepted++;
        return;
      }
    }
    stats.givenUp++;
  }

  #send(method: 'GET' | 'POST', sealed: string): Promise<{ status: number; text: string } | null> {
    const timestamp = String(this.#seconds());
    const nonce = someId(this.#world, '', 10);
    const query = new URLSearchParams({
      msg_signature: this.#cipher.sign(timestamp, nonce, sealed),
      timestamp,
      nonce,
      ...(method === 'GET' ? { echostr: sealed } : {}),
    });
    const body = xmlOf({ ToUserName: this.#world.corpId, Encrypt: sealed, AgentID: '1000002' });
    return this.#exchange(`${this.#world.callbackUrl}?${query}`, method, method === 'GET' ? '' : body);
  }

  #exchange(url: string, method: string, body: string): Promise<{ status: number; text: string } | null> {
    return new Promise((resolve) => {
      const options = { method, agent: this.#agent, headers: { 'content-type': 'text/xml' } };
      const sent = httpRequest(url, options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', () => resolve(null));
      });
      sent.setTimeout(this.#world.faults.callbackPatienceMs, () => sent.destroy());
      sent.on('error', () => resolve(null));
      sent.end(body);
    });
  }

  #seconds(): number {
    return Math.floor(this.#world.now() / 1000);
  }
}
