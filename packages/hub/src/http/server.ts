import { HubError } from '../errors.ts';
import { type AppOptions, createApp } from './app.ts';
import type { HealthSource } from './health.ts';

export interface Server {
  /** `http://127.0.0.1:8787` */
  url: string;
  close(): Promise<void>;
}

/** Listens. Port 0 takes any. @throws HubError when the port is taken or not allowed. */
export async function startServer(
  source: HealthSource,
  where: { host: string; port: number },
  options?: AppOptions,
): Promise<Server> {
  const app = createApp(source, options);
  try {
    return { url: await app.listen(where), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw cannotListen(where, error as NodeJS.ErrnoException);
  }
}

function cannotListen(
  { host, port }: { host: string; port: number },
  error: NodeJS.ErrnoException,
): HubError {
  const isTaken = error.code === 'EADDRINUSE';
  return new HubError({
    code: isTaken ? 'port_in_use' : 'cannot_listen',
    exitCode: 2,
    zh: isTaken ? `端口 ${port} 已被占用。` : `不能在 ${host}:${port} 上监听：${error.message}`,
    en: isTaken ? `Port ${port} is taken.` : `Cannot listen on ${host}:${port}: ${error.message}`,
    nextZh: '邦桥可能已经在运行；否则在 config.yaml 里换一个 http.port（或设置 PORT）',
    nextEn: 'Bangqiao may be running already; else choose another http.port in config.yaml (or set PORT)',
    cause: error,
  });
}
