import { HubError } from '../../errors.ts';
import type { Context } from './handler.ts';

/** @throws HubError `no_erp` */
export function hubOf({ hub }: Context): NonNullable<Context['hub']> {
  if (hub !== null) return hub;
  throw new HubError({
    code: 'no_erp',
    exitCode: 2,
    zh: '还没有连接 ERP。',
    en: 'There is no ERP yet.',
    nextZh: '到“设置”里填写 ERP 的地址和账号',
    nextEn: 'Give address and account of the ERP in the settings',
  });
}
