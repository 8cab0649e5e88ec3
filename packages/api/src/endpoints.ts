import { alertEndpoints } from './alerts.ts';
import { customerEndpoints } from './customers.ts';
import { deskEndpoints } from './desk.ts';
import { erpEndpoints, settingEndpoints } from './erp.ts';
import { overviewEndpoints } from './overview.ts';
import { followUpEndpoints, peopleEndpoints } from './people.ts';
import { privacyEndpoints } from './privacy.ts';
import { ruleEndpoints } from './rules.ts';
import { runEndpoints } from './runs.ts';
import { sessionEndpoints, userEndpoints } from './session.ts';
import { timelineEndpoints } from './timeline.ts';
import { viewEndpoints } from './views.ts';

/** Everything that the hub answers under `/api`: routes, client, OpenAPI document and tests are made from it. */
export const ENDPOINTS = {
  ...sessionEndpoints,
  ...overviewEndpoints,
  ...customerEndpoints,
  ...viewEndpoints,
  ...privacyEndpoints,
  ...timelineEndpoints,
  ...deskEndpoints,
  ...peopleEndpoints,
  ...followUpEndpoints,
  ...ruleEndpoints,
  ...runEndpoints,
  ...erpEndpoints,
  ...settingEndpoints,
  ...alertEndpoints,
  ...userEndpoints,
};

export type Endpoints = typeof ENDPOINTS;
export type EndpointName = keyof Endpoints;
export const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as EndpointName[];
