import { RE2JS } from '@bufbuild/re2';
import {
  type ASTNode,
  TypeError as CelTypeError,
  Environment,
  EvaluationError,
  ParseError,
  serialize,
} from '@marcbachmann/cel-js';
import { type Answer, type Comparison, type Condition, negate } from './condition.ts';
import { FACTS, type FactName, isFactName } from './fact-names.ts';
import type { Facts } from './facts.ts';
import { hintFor, messageFor } from './rule-hints.ts';

/** What is wrong with a condition, and where: line and column from 1, in characters. */
export interface ConditionError {
  message: string;
  line: number;
  column: number;
  hint: string;
}

export interface CompiledCondition {
  ok: true;
  source: string;
  /** `unknown` when a conversion failed or a pattern is wrong. */
  evaluate(facts: Facts): Answer;
  /** The facts that it reads, each once, in the order of their first mention. */
  reads: string[];
  /** The same condition for putting into words. */
  tree: Condition;
}

const CEL_TYPE = { text: 'string', number: 'double', flag: 'bool' } as const;
const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];
const FLIPPED: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const environment = createEnvironment();

/** Compiles a CEL condition over the facts; refuses unknown fields, wrong types and `matches()` (its RegExp can hang). */
export function compileCondition(source: string): CompiledCondition | { ok: false; error: ConditionError } {
  try {
    const program = environment.parse(source);
    const problem = problemIn(program.ast) ?? typeProblem(program.check());
    if (problem !== null) return failure(source, problem.message, problem.at);
    return compiled(source, program, program.ast);
  } catch (error) {
    if (isCelError(error)) return failure(source, error.summary, error.range?.start ?? 0);
    throw error;
  }
}

function compiled(source: string, program: Program, ast: ASTNode): CompiledCondition {
  return { ok: true, source, evaluate: answersOf(program), reads: factsReadBy(ast), tree: treeOf(ast) };
}

type Program = (facts: Facts) => unknown;

function answersOf(program: Program): (facts: Facts) => Answer {
  return (facts) => {
    try {
      return program(facts) === true;
    } catch {
      return 'unknown';
    }
  };
}

function createEnvironment(): Environment {
  const created = new Environment({
    unlistedVariablesAreDyn: false,
    limits: {
      maxAstNodes: 1000,
      maxDepth: 50,
      maxListElements: 200,
      maxMapEntries: 50,
      maxCallArguments: 10,
    },
  });
  for (const [name, fact] of Object.entries(FACTS)) created.registerVariable(name, CEL_TYPE[fact.type]);
  created.registerFunction('string.like(string): bool', (text: string, pattern: string) =>
    patternOf(pattern).test(text),
  );
  return created;
}

const patterns = new Map<string, RE2JS>();

/** RE2 patterns run in linear time; the last hundred are kept compiled. */
function patternOf(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const fresh = new RE2JS(pattern);
  if (patterns.size >= 100) patterns.clear();
  patterns.set(pattern, fresh);
  return fresh;
}

interface Problem {
  message: string;
  at: number;
}

/** What the parser lets pass: `matches()`, and a `like()` pattern that RE2 does not take. */
function problemIn(ast: ASTNode): Problem | null {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'rcall') continue;
    const [name, , args] = node.args;
    if (name === 'matches') return { message: 'matches() is not allowed', at: node.range.start };
    const pattern = args[0];
    if (name !== 'like' || pattern?.op !== 'value' || typeof pattern.args !== 'string') continue;
    const fault = patternFault(pattern.args);
    if (fault !== null) return { message: `wrong pattern: ${fault}`, at: pattern.range.start };
  }
  return null;
}

function patternFault(pattern: string): string | null {
  try {
    patternOf(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function typeProblem(check: ReturnType<Environment['check']>): Problem | null {
  if (check.error) return { message: check.error.summary, at: check.error.range?.start ?? 0 };
  if (check.type === 'bool') return null;
  return { message: `the condition must be true or false, this is ${check.type}`, at: 0 };
}

function failure(source: string, message: string, at: number): { ok: false; error: ConditionError } {
  const before = source.slice(0, at).split('\n');
  const line = before.length;
  const column = [...before.at(-1)!].length + 1;
  const hint = hintFor(message, source, at);
  return { ok: false, error: { message: messageFor(message, source, at), line, column, hint } };
}

function isCelError(error: unknown): error is ParseError | CelTypeError | EvaluationError {
  return error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError;
}

function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node.args)) yield* nodesOf(child);
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'range' in value;
}

function factsReadBy(ast: ASTNode): FactName[] {
  const names = [...nodesOf(ast)].flatMap((node) =>
    node.op === 'id' && isFactName(node.args) ? [node.args] : [],
  );
  return [...new Set(names)];
}

/** Of a node that is true or false; a name that stands so is a flag. */
function treeOf(node: ASTNode): Condition {
  switch (node.op) {
    case '&&':
      return { kind: 'all', parts: node.args.flatMap((part) => flat(treeOf(part), 'all')) };
    case '||':
      return { kind: 'any', parts: node.args.flatMap((part) => flat(treeOf(part), 'any')) };
    case '!_':
      return negate(treeOf(node.args));
    case 'id':
      return { kind: 'test', fact: node.args as FactName, op: '==', value: true };
    default:
      return comparisonOf(node) ?? other(node);
  }
}

function flat(condition: Condition, kind: 'all' | 'any'): Condition[] {
  return condition.kind === kind ? condition.parts : [condition];
}

function comparisonOf(node: ASTNode): Condition | null {
  if (!isComparison(node.op)) return null;
  const [left, right] = node.args as [ASTNode, ASTNode];
  return testOf(left, node.op, right) ?? testOf(right, FLIPPED[node.op], left);
}

function testOf(subject: ASTNode, op: Comparison, literal: ASTNode): Condition | null {
  if (subject.op !== 'id' || !isFactName(subject.args) || literal.op !== 'value') return null;
  const value = typeof literal.args === 'bigint' ? Number(literal.args) : literal.args;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? { kind: 'test', fact: subject.args, op, value } : null;
}

function other(node: ASTNode): Condition {
  const source = serialize(node);
  return { kind: 'other', source, answer: answersOf(environment.parse(source)) };
}

function isComparison(op: string): op is Comparison {
  return COMPARISONS.includes(op);
}
