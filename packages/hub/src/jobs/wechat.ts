import { join } from 'node:path';
import { createCallbackDoor, createWecomClient, fileTokenStore, type WecomClient } from '@bangqiao/wechat';
import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import type { IngestPorts } from '../http/index.ts';
import { type Fetcher, runErrands } from '../ingest/fetch-wecom.ts';
import { Intake } from '../ingest/intake.ts';
import type { LicenceDesk } from '../licence/add-licence.ts';
import { installedReader } from '../licence/reader.ts';
import type { Store } from '../store/index.ts';
import { ModelReader, type ModelReaderOptions, type ModelSettings } from '../understand/model-reader.ts';
import { understandAll } from '../understand/worker.ts';
import { LookOut } from './look-out.ts';

/** Between two looks for what other processes kept, and for errands that are due again. */
const LOOK_MS = 1000;
/** After trouble with the database. */
const REST_MS = 5000;

/** The side of the service that takes WeChat in: open for the doors at once, at work from `start` to `stop`, and again. */
export class WechatSide {
  readonly ports: IngestPorts;
  readonly #config: Config;
  #intake: Intake | null = null;
  #licences: LicenceDesk | null = null;
  #understanding: LookOut | null = null;
  #errands: LookOut | null = null;
  #model: LookOut | null = null;
  #client: WecomClient | null = null;
  #stopping = new AbortController();

  constructor(config: Config, log: { warn(values: object, text: string): void }) {
    this.#config = config;
    const { corp_id, token, encoding_aes_key: encodingAesKey } = config.wecom;
    const door =
      corp_id !== null && token !== null && encodingAesKey !== null
        ? createCallbackDoor({ token, encodingAesKey, receivers: [corp_id] })
        : null;
    this.ports = {
      secret: config.ingest.secret,
      door,
      intake: () => this.#intake,
      licences: () => this.#licences,
      clock: () => new Date(),
      log,
    };
  }

  /** @param onUnderstood customers may have changed: somebody may be pushed at once. */
  start(store: Store, log: Logger, onUnderstood: () => void): void {
    const clock = () => new Date();
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const understanding = new LookOut(
      async () => {
        const done = await understandAll({ store, clock, log, signal, onBatch: onUnderstood });
        if (done > 0) this.#model?.wake();
        return LOOK_MS;
      },
      (error) => {
        log.error({ err: error }, 'WeChat events wait: the database is in trouble');
        return REST_MS;
      },
    );
    const intake = new Intake(store, clock, () => {
      understanding.wake();
      this.#errands?.wake();
    });
    this.#client = clientOf(this.#config);
    if (this.#client) this.#errands = errandsOf({ store, intake, client: this.#client, log, clock });
    this.#understanding = understanding;
    this.#intake = intake;
    const { folder, license } = this.#config;
    this.#licences = { store, folder, verify: license.verify, reader: null };
    void installedReader().then(
      (reader) => {
        if (reader && this.#licences) this.#licences.reader = reader;
      },
      (error: unknown) => log.warn({ err: error }, 'the reader of licences cannot be used'),
    );
    const settings = modelOf(this.#config);
    if (settings) this.#model = modelReading({ store, settings, clock, log, signal, onKept: onUnderstood });
    understanding.start();
    this.#errands?.start();
    this.#model?.start();
  }

  /** Takes nothing more in; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const intake = this.#intake;
    this.#intake = null;
    await this.#licences?.reader?.close?.();
    this.#licences = null;
    await this.#client?.close();
    this.#client = null;
    const lookOuts = [this.#understanding, this.#errands, this.#model];
    await Promise.all([intake?.settled(), ...lookOuts.map((one) => one?.stop())]);
  }
}

function clientOf({ wecom, folder }: Config): WecomClient | null {
  const { corp_id: corpId, secret, base_url: baseUrl } = wecom;
  if (corpId === null || secret === null) return null;
  return createWecomClient({ corpId, secret, baseUrl, tokens: fileTokenStore(join(folder, 'storage')) });
}

function modelOf({ llm }: Config): ModelSettings | null {
  const { base_url: baseUrl, model } = llm;
  if (!llm.enabled || baseUrl === null || model === null) return null;
  return {
    baseUrl,
    model,
    apiKey: llm.api_key,
    timeoutMs: llm.timeout_ms,
    callsPerHour: llm.calls_per_hour,
    sendPhones: llm.send_phones,
    responseFormat: llm.response_format,
  };
}

function modelReading(options: ModelReaderOptions): LookOut {
  const reader = new ModelReader(options);
  return new LookOut(
    () => reader.look(),
    (error) => {
      if (!options.signal?.aborted) options.log.warn({ err: error }, 'the language model is not asked now');
      return REST_MS;
    },
  );
}

function errandsOf(fetcher: Fetcher): LookOut {
  return new LookOut(
    async () => ((await runErrands(fetcher)) > 0 ? 0 : LOOK_MS),
    (error) => {
      fetcher.log.error({ err: error }, 'WeCom is not asked: the database is in trouble');
      return REST_MS;
    },
  );
}
