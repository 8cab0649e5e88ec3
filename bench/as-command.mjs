// Starts a part of the benchmark with what `packages/hub/bin/bangqiao.mjs` starts the program with.
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

enableCompileCache();
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=50');
await import('./pull.ts');
