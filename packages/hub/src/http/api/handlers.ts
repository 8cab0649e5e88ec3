import type { EndpointName } from '@bangqiao/api';
import { customerHandlers } from './customers.ts';
import type { Handler } from './handler.ts';
import { sessionHandlers } from './session.ts';
import { auditHandlers, tokenHandlers, userHandlers } from './users.ts';

/** Every endpoint has its handler here: one that lacks it does not compile. */
export const HANDLERS: { [N in EndpointName]: Handler<N> } = {
  ...sessionHandlers,
  ...userHandlers,
  ...tokenHandlers,
  ...auditHandlers,
  ...customerHandlers,
};
