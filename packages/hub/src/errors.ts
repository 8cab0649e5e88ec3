import type { Bilingual } from '@bangqiao/core';
/** A failure that is told to a person: what happened, and what to do next, in both languages. */
export class HubError extends Error {
  readonly code: string;
  readonly exitCode: 1 | 2 | 3;
  readonly userMessage: Bilingual;
  readonly nextStep: Bilingual;

  constructor(spec: {
    code: string;
    exitCode: 1 | 2 | 3;
    zh: string;
    en: string;
    nextZh: string;
    nextEn: string;
    cause?: unknown;
  }) {
    super(spec.en, { cause: spec.cause });
    this.name = 'HubError';
    this.code = spec.code;
    this.exitCode = spec.exitCode;
    this.userMessage = { zh: spec.zh, en: spec.en };
    this.nextStep = { zh: spec.nextZh, en: spec.nextEn };
  }
}
