/** 0 untouched · 1 assistant · 2 queued · 3 a person serves · 4 ended. */
export type SessionState = 0 | 1 | 2 | 3 | 4;

interface KfSession {
  state: SessionState;
  servicer: string;
  /** Of the customer's last message; what a program may send counts from here. */
  lastCustomerAt: number;
  sentSince: number;
}

/** One customer-service account with all that was said to it, oldest first. */
export interface KfAccountState {
  openKfid: string;
  name: string;
  log: Record<string, unknown>[];
  sessions: Map<string, KfSession>;
  /** Tokens of callbacks, and when each dies. */
  notices: Map<string, number>;
  /** Codes of events, each good for one message, and when each dies. */
  codes: Map<string, number>;
}

export function newAccount(openKfid: string, name: string): KfAccountState {
  return { openKfid, name, log: [], sessions: new Map(), notices: new Map(), codes: new Map() };
}

export function sessionOf(account: KfAccountState, externalUserid: string): KfSession {
  let session = account.sessions.get(externalUserid);
  if (!session) {
    session = { state: 4, servicer: '', lastCustomerAt: 0, sentSince: 0 };
    account.sessions.set(externalUserid, session);
  }
  return session;
}
