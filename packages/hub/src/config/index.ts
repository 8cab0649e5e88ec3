export { type Config, DEFAULT_FILE, type ErpAccount, type LoadedConfig, loadConfig } from './load.ts';
export { configurationMarkdown } from './markdown.ts';
export type { Fault } from './problem.ts';
export { ConfigError, describeFaults } from './words.ts';
