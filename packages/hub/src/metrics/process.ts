import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Family, gauge } from './families.ts';

/** What Prometheus' own clients call these. */
export class ProcessWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  readonly #startedAt = Date.now() / 1000 - process.uptime();

  constructor() {
    this.#delay.enable();
  }

  /** The delay of the event loop is that since the last look. */
  families(): Family[] {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const p99 = this.#delay.percentile(99) / 1e9;
    this.#delay.reset();
    const cpu = { labels: {}, value: (user + system) / 1e6 };
    return [
      {
        name: 'process_cpu_seconds_total',
        help: 'Processor time, user and system.',
        type: 'counter',
        samples: [cpu],
      },
      gauge('process_resident_memory_bytes', 'Memory in use.', rss),
      gauge(
        'process_start_time_seconds',
        'When the service started, in seconds since 1970.',
        this.#startedAt,
      ),
      gauge(
        'process_open_fds',
        'Open files and connections; absent where the system does not tell.',
        openFiles(),
      ),
      gauge('nodejs_heap_size_used_bytes', "JavaScript's heap in use.", heapUsed),
      gauge('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last look.', p99),
    ];
  }

  stop(): void {
    this.#delay.disable();
  }
}

function openFiles() {
  try {
    return [{ labels: {}, value: readdirSync('/proc/self/fd').length }];
  } catch {
    return [];
  }
}
