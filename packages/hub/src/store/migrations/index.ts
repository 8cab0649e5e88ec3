import { first } from './0001_first.ts';
import { guarantees } from './0002_guarantees.ts';
import { access } from './0003_access.ts';
import { users } from './0004_users.ts';
import { wechat } from './0005_wechat.ts';
import { followUps } from './0006_follow_ups.ts';
import { search } from './0007_search.ts';
import { assignments } from './0008_assignments.ts';
import { modelReadings } from './0009_model_readings.ts';
import { operation } from './0010_operation.ts';
import { owners } from './0011_owners.ts';
import { views } from './0012_views.ts';
import { messageIndexes } from './0013_message_indexes.ts';
import { unruled } from './0014_unruled.ts';
import { today } from './0015_today.ts';
import { unread } from './0016_unread.ts';
import type { Migration } from './migration.ts';

/** Every step, in order, numbered from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  guarantees,
  access,
  users,
  wechat,
  followUps,
  search,
  assignments,
  modelReadings,
  operation,
  owners,
  views,
  messageIndexes,
  unruled,
  today,
  unread,
];
