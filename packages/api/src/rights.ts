/** 管理员、主管、销售、只读. */
export const ROLES = ['administrator', 'manager', 'seller', 'read_only'] as const;
export type Role = (typeof ROLES)[number];

/** `own`: only of customers whose seller in the ERP this person is. */
export type Reach = 'all' | 'own';

type Row = Partial<Record<Role, Reach>>;
const everybody: Row = { administrator: 'all', manager: 'all', seller: 'own', read_only: 'all' };
const deciders: Row = { administrator: 'all', manager: 'all', seller: 'own' };
const managers: Row = { administrator: 'all', manager: 'all' };
const watchers: Row = { administrator: 'all', manager: 'all', read_only: 'all' };
const administrators: Row = { administrator: 'all' };

/**
 * Who may do what: the only such table. Routes ask it, the scopes of API tokens are its rows, the interface hides by it,
 * and the tests try every role on every route against it. A role that is absent may not.
 */
export const RIGHTS = {
  'account.use': everybody,
  'overview.read': everybody,
  'customers.read': everybody,
  /** Phones as they are; elsewhere masked (138****0001). */
  'phones.read': deciders,
  'customers.export': deciders,
  'customers.edit': deciders,
  'conflicts.decide': deciders,
  /** Who is one with whom, and undoing it. */
  'people.decide': managers,
  /** Everything of a person, for good. */
  'people.erase': administrators,
  'followups.decide': deciders,
  'journal.decide': managers,
  'rules.read': everybody,
  'rules.edit': managers,
  'plans.read': watchers,
  'runs.read': watchers,
  'runs.start': managers,
  'erp.read': watchers,
  'catalogue.read': everybody,
  'catalogue.try': managers,
  'catalogue.write': administrators,
  'settings.read': managers,
  'settings.edit': administrators,
  'users.manage': administrators,
  'audit.read': managers,
  /** `/metrics` from another machine. */
  'metrics.read': watchers,
} as const satisfies Record<string, Row>;

export type Right = keyof typeof RIGHTS;
export const RIGHT_NAMES = Object.keys(RIGHTS) as [Right, ...Right[]];

/** How far a role's right reaches; null where it has none. */
export function reachOf(role: Role, right: Right): Reach | null {
  return (RIGHTS[right] as Row)[role] ?? null;
}
