export {
  type Certainty,
  type Fact,
  type FactKind,
  type Reading,
  SIGN_FACTS,
  type SignFactKind,
  type Span,
  VALUE_FACTS,
  type ValueFactKind,
  type Withdrawal,
} from './fact.ts';
export {
  checkModelAnswer,
  MODEL_ANSWER_SCHEMA,
  type ModelFact,
  type ModelProblem,
  type ModelReading,
  mayModelWrite,
} from './model-answer.ts';
export { type MessageContext, readMessage } from './own.ts';
export type { Asked } from './question.ts';
export {
  readConversation,
  readNext,
  startTalk,
  type TalkFact,
  type TalkMessage,
  type TalkState,
} from './read.ts';
export { veilNumbers } from './veil.ts';
export { type Evidence, type Verification, verify } from './verified.ts';
