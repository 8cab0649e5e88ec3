import type { EndpointName } from '@bangqiao/api';
import { alertHandlers } from './alerts.ts';
import { customerHandlers } from './customers.ts';
import { conflictHandlers, journalHandlers } from './desk.ts';
import { catalogueHandlers, erpHandlers } from './erp.ts';
import { followUpHandlers } from './follow-ups.ts';
import type { Handler } from './handler.ts';
import { overviewHandlers } from './overview.ts';
import { peopleHandlers } from './people.ts';
import { privacyHandlers } from './privacy.ts';
import { ruleHandlers } from './rules.ts';
import { planHandlers, runHandlers, taskHandlers } from './runs.ts';
import { sessionHandlers } from './session.ts';
import { settingHandlers } from './settings.ts';
import { timelineHandlers } from './timeline.ts';
import { auditHandlers, tokenHandlers, userHandlers } from './users.ts';
import { viewHandlers } from './views.ts';

/** Every endpoint has its handler here: one that lacks it does not compile. */
export const HANDLERS: { [N in EndpointName]: Handler<N> } = {
  ...sessionHandlers,
  ...overviewHandlers,
  ...customerHandlers,
  ...viewHandlers,
  ...privacyHandlers,
  ...timelineHandlers,
  ...journalHandlers,
  ...conflictHandlers,
  ...peopleHandlers,
  ...followUpHandlers,
  ...ruleHandlers,
  ...runHandlers,
  ...planHandlers,
  ...taskHandlers,
  ...erpHandlers,
  ...catalogueHandlers,
  ...settingHandlers,
  ...alertHandlers,
  ...userHandlers,
  ...tokenHandlers,
  ...auditHandlers,
};
