export { ApiError, type Client, type ClientOptions, createClient } from './client.ts';
export { Failure, MOST_ROWS, Words } from './common.ts';
export { CUSTOMER_SORTS, CustomerPage, CustomerRow, Decision } from './customers.ts';
export type { Answer, Ask, Asked, Endpoint } from './endpoint.ts';
export { ENDPOINT_NAMES, ENDPOINTS, type EndpointName, type Endpoints } from './endpoints.ts';
export { type Reach, RIGHT_NAMES, RIGHTS, type Right, ROLES, type Role, reachOf } from './rights.ts';
export { Account, AuditRow, Session, Token } from './session.ts';
