import type { Role } from '@bangqiao/api';
import type { Generated } from 'kysely';

/** Who may use the hub. `Time` and `Json` as in `schema.ts`. */
type Time = string;
type Json = string;

export interface UserRow {
  id: Generated<number>;
  name: string;
  /** The name without letter case and width: what is unique. */
  name_key: string;
  /** Argon2id, as a PHC string. */
  password: string;
  role: Role;
  erp_user_id: string | null;
  erp_user_name: string | null;
  disabled: Generated<boolean>;
  created_at: Time;
  last_login_at: Time | null;
}

interface SessionRow {
  /** SHA-256 of the cookie; the cookie itself is nowhere. */
  key: string;
  user_id: number;
  created_at: Time;
  seen_at: Time;
}

/** Refused sign-ins by name, whether or not there is such a user. */
interface LoginFailureRow {
  name_key: string;
  count: number;
  last_at: Time;
  locked_until: Time | null;
}

interface TokenRow {
  id: Generated<number>;
  /** SHA-256 of the token. */
  key: string;
  name: string;
  user_id: number;
  scopes: Json;
  created_at: Time;
  expires_at: Time | null;
  last_used_at: Time | null;
  revoked_at: Time | null;
}

interface AuditTableRow {
  id: Generated<number>;
  at: Time;
  who: string;
  user_id: number | null;
  via: 'console' | 'api' | 'cli';
  action: string;
  subject: string | null;
  before: Json | null;
  after: Json | null;
  outcome: 'begun' | 'done' | 'refused' | 'failed';
  code: string | null;
  request_id: string | null;
}

interface SavedViewRow {
  id: Generated<number>;
  user_id: number;
  name: string;
  /** A `ViewQuery`. */
  query: Json;
  created_at: Time;
}

/** A customer whose searched columns changed since the index took it in. */
interface SearchMark {
  customer_id: number;
}

export interface UserTables {
  search_dirty: SearchMark;
  users: UserRow;
  sessions: SessionRow;
  login_failures: LoginFailureRow;
  api_tokens: TokenRow;
  audit: AuditTableRow;
  saved_views: SavedViewRow;
}
