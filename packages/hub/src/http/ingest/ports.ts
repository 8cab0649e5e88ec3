import type { CallbackDoor } from '@bangqiao/wechat';
import type { Intake } from '../../ingest/intake.ts';
import type { LicenceDesk } from '../../licence/add-licence.ts';

/** What the routes of WeChat work with. The service has no intake before its database is open. */
export interface IngestPorts {
  /** With which bridges sign; null: their routes are closed. */
  secret: string | null;
  /** Of WeCom's callbacks; null: closed. */
  door: CallbackDoor | null;
  intake(): Intake | null;
  licences(): LicenceDesk | null;
  clock(): Date;
  log: { warn(values: object, text: string): void };
}
