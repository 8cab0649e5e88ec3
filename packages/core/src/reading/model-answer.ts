import { normaliseEmail } from '../email.ts';
import { normalisePhone } from '../phone.ts';
import { cleanText } from '../text.ts';
import { type Fact, type FactKind, SIGN_FACTS, VALUE_FACTS } from './fact.ts';

/** One fact as a language model answers it; `evidence` are the words of the message that say so, character by character. */
export interface ModelFact {
  kind: FactKind;
  value: string;
  evidence: string;
}

/** Why an answer of a model, or a part of it, was thrown away. */
export type ModelProblem =
  | 'not_json'
  | 'wrong_shape'
  | 'not_in_the_message'
  | 'value_not_in_evidence'
  | 'malformed_value';

export interface ModelReading {
  facts: Fact[];
  problems: ModelProblem[];
}

/** The shape that a model is asked for, as JSON Schema. */
export const MODEL_ANSWER_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['facts'],
  properties: {
    facts: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'value', 'evidence'],
        properties: {
          kind: { enum: [...VALUE_FACTS, ...SIGN_FACTS] },
          value: { type: 'string', maxLength: 200 },
          evidence: { type: 'string', minLength: 1, maxLength: 400 },
        },
      },
    },
  },
} as const;

/**
 * What of a model's answer holds: of the right shape, its evidence word for word in the customer's message, the value in its
 * evidence. Everything else is a problem, never a fact. A model's fact is at most `likely`.
 */
export function checkModelAnswer(answer: string, message: string): ModelReading {
  const parsed = parse(answer);
  if (parsed === null) return { facts: [], problems: ['not_json'] };
  const list = (parsed as { facts?: unknown }).facts;
  if (!Array.isArray(list)) return { facts: [], problems: ['wrong_shape'] };
  const facts: Fact[] = [];
  const problems: ModelProblem[] = [];
  for (const one of list.slice(0, MODEL_ANSWER_SCHEMA.properties.facts.maxItems)) {
    const checked = checkFact(one, message);
    if (typeof checked === 'string') problems.push(checked);
    else facts.push(checked);
  }
  return { facts, problems };
}

/** Some endpoints wrap their JSON in a fence although asked not to. */
function parse(answer: string): object | null {
  const text = answer.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function checkFact(one: unknown, message: string): Fact | ModelProblem {
  if (!isModelFact(one)) return 'wrong_shape';
  const start = message.indexOf(one.evidence);
  if (start < 0) return 'not_in_the_message';
  const value = normalValue(one);
  if (value === null) return 'malformed_value';
  if (!stands(one, value)) return 'value_not_in_evidence';
  return { kind: one.kind, value, span: { start, end: start + one.evidence.length }, certainty: 'likely' };
}

const KINDS: readonly string[] = [...VALUE_FACTS, ...SIGN_FACTS];

function isModelFact(one: unknown): one is ModelFact {
  if (typeof one !== 'object' || one === null) return false;
  const { kind, value, evidence } = one as Record<string, unknown>;
  return (
    typeof kind === 'string' &&
    KINDS.includes(kind) &&
    typeof value === 'string' &&
    typeof evidence === 'string' &&
    evidence !== ''
  );
}

function normalValue({ kind, value, evidence }: ModelFact): string | null {
  if (kind === 'phone') return normalisePhone(value);
  if (kind === 'email') return normaliseEmail(value);
  return cleanText((SIGN_FACTS as readonly string[]).includes(kind) ? evidence : value);
}

function stands(one: ModelFact, value: string): boolean {
  if (one.kind === 'phone') return one.evidence.normalize('NFKC').replace(/\D/g, '').includes(value);
  if (one.kind === 'email') return one.evidence.normalize('NFKC').toLowerCase().includes(value);
  return (cleanText(one.evidence) ?? '').includes(value);
}

/** A value that stands is only replaced where a model may: never a verified one, nor one that a person or the ERP gave. */
export function mayModelWrite(standing: {
  value: string | null;
  verified: boolean;
  source: string | null;
}): boolean {
  if (standing.value === null) return true;
  return !standing.verified && standing.source === 'ai';
}
