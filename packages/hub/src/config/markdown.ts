import { z } from 'zod';
import { environmentName, LEAVES, type Leaf } from './leaves.ts';

/** docs/configuration.md, whole, from the schema. */
export function configurationMarkdown(): string {
  return `${[...HEAD, ...LEAVES.map(row), '', ...FOOT].join('\n')}\n`;
}

const HEAD = [
  '# Configuration · 配置',
  '',
  'Made from the schema in `packages/hub/src/config/schema.ts`; do not edit by hand. 由配置结构自动生成，请勿手改。',
  '',
  'All keys stand in the section `erp_integration` of `config.yaml`; every other section is ignored. A variable of the',
  'environment wins over the file. `storage/` and `logs/` lie beside the file. All keys are optional; without `base_url`',
  'there is no ERP, and `bangqiao start` brings its stand-in.',
  '',
  '所有键都写在 `config.yaml` 的 `erp_integration` 部分，其他部分会被忽略。环境变量优先于文件。`storage/` 和 `logs/`',
  '在配置文件旁边。所有键都可以不写；没有 `base_url` 就没有 ERP，`bangqiao start` 会自带一个模拟 ERP。',
  '',
  '```yaml',
  'erp_integration:',
  '  base_url: http://erp.example.com',
  '  auth:',
  '    username: bangqiao',
  '    password: file:storage/erp_password',
  '```',
  '',
  '| key · 键 | default · 默认 | unit · 单位 | allowed · 可取 | meaning | 含义 | environment · 环境变量 |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

const FOOT = [
  'Secrets (passwords, `ingest.secret`, those of `wecom`, `database.url`) may be given as `file:PATH` (relative to the configuration file) or `env:NAME`.',
  '密码类的键可以写成 `file:路径`（相对配置文件）或 `env:环境变量名`。',
  '',
  '`DATABASE_URL` sets `database.url`, `PORT` sets `http.port`. `DATABASE_URL` 等同 `database.url`，`PORT` 等同 `http.port`。',
];

const UNITS: Record<NonNullable<Leaf['meaning']['unit']>, string> = {
  seconds: 'seconds · 秒',
  milliseconds: 'milliseconds · 毫秒',
  points: 'points · 分',
  rows: 'rows · 行',
  days: 'days · 天',
  characters: 'characters · 字',
  calls: 'calls · 次',
  share: 'share · 比例',
};

function row(leaf: Leaf): string {
  const { zh, en, unit } = leaf.meaning;
  const fallback = leaf.fallback === null ? '–' : `\`${JSON.stringify(leaf.fallback)}\``;
  const cells = [
    `\`${leaf.path.join('.')}\``,
    fallback,
    unit ? UNITS[unit] : '',
    allowed(leaf),
    en,
    zh,
    `\`${environmentName(leaf.path)}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}

function allowed(leaf: Leaf): string {
  if (leaf.kind === 'flag') return 'true, false';
  const plain = z.toJSONSchema(leaf.schema, { io: 'input' }) as {
    enum?: string[];
    minimum?: number;
    exclusiveMinimum?: number;
    maximum?: number;
  };
  if (plain.enum) return plain.enum.join(', ');
  if (leaf.kind !== 'number') return '';
  const from = plain.exclusiveMinimum === undefined ? `${plain.minimum}` : `>${plain.exclusiveMinimum}`;
  return `${from} – ${plain.maximum}`;
}
