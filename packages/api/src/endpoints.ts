import { customerEndpoints } from './customers.ts';
import { sessionEndpoints, userEndpoints } from './session.ts';

/** Everything that the hub answers under `/api`: routes, client, OpenAPI document and tests are made from it. */
export const ENDPOINTS = {
  ...sessionEndpoints,
  ...customerEndpoints,
  ...userEndpoints,
};

export type Endpoints = typeof ENDPOINTS;
export type EndpointName = keyof Endpoints;
export const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as EndpointName[];
