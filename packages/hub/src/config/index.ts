export type { Environment } from './environment.ts';
export { type Config, DEFAULT_FILE, type LoadedConfig, loadConfig } from './load.ts';
export { configurationMarkdown } from './markdown.ts';
export { ConfigError, describeFaults } from './words.ts';
