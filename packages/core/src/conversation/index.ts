export { type Appointment, agreedAppointment } from './appointment.ts';
export {
  type Activity,
  addToActivity,
  CONVERSATION_GAP_MS,
  type Conversation,
  continues,
  conversationsOf,
  isOver,
  type SaidMessage,
  startActivity,
} from './conversation.ts';
export { dateIn, type MeantDate } from './date-words.ts';
export { type FollowUp, followUpOf } from './follow-up.ts';
export { FOLLOW_UP_KINDS, type FollowUpKind, followUpKind } from './kind.ts';
export { type NotQualifying, notQualifying, type QualifyRules } from './qualify.ts';
