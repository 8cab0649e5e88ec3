export { diagnose } from './diagnose.ts';
export { checkLine, verdict } from './text.ts';
