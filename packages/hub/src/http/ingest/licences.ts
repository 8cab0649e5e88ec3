import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HubError } from '../../errors.ts';
import { findExactly } from '../../explain/index.ts';
import { addLicence } from '../../licence/add-licence.ts';
import { LARGEST_IMAGE } from '../../licence/image.ts';
import { refuse } from '../answer.ts';
import type { IngestPorts } from './ports.ts';
import { STARTING } from './refusals.ts';
import { signedBytes, takeRawBodies } from './signed.ts';

const query = z.strictObject({
  customer: z.string().trim().min(1).max(200),
  credit_code: z.string().max(64).optional(),
  company_name: z.string().max(200).optional(),
});

/**
 * `POST /ingest/licenses?customer=…`: the picture of a business licence as the body, signed as an event is, or better together with
 * the query (`signUpload`). `customer` is a WeChat id, WeCom's external id, phone, customer number or `#12`, never a name; `credit_code`
 * and `company_name` where a person read them already.
 */
export function licenceRoutes(scope: FastifyInstance, ports: IngestPorts): void {
  takeRawBodies(scope, LARGEST_IMAGE + 1);
  scope.post(
    '/ingest/licenses',
    signedBytes(ports, async (bytes, request, reply) => {
      const desk = ports.licences();
      if (!desk) return refuse(reply.header('retry-after', '3'), STARTING);
      const read = query.safeParse(request.query);
      if (!read.success) return refuse(reply, NO_CUSTOMER);
      const { customer: who, ...fields } = read.data;
      const found = await findExactly(desk.store.db, who);
      const [customer] = found;
      if (!customer || found.length > 1) return refuse(reply, customer ? SEVERAL : NOBODY);
      try {
        const at = ports.clock().toISOString();
        return reply.send(await addLicence(desk, customer.id, { bytes, fields }, { by: 'bridge', at }));
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        const { code, userMessage, nextStep } = error;
        return refuse(reply, { status: 422, code, message: userMessage, next: nextStep });
      }
    }),
  );
}

const HOW = {
  zh: '用微信号、外部联系人 ID、手机号、客户编号或 #编号 指明一位',
  en: 'name one by WeChat id, external id, phone, customer number or #number',
};
const NO_CUSTOMER = {
  status: 422,
  code: 'no_customer_named',
  message: {
    zh: '没有写是哪位客户，或有不认识的参数',
    en: 'no customer is named, or a parameter is unknown',
  },
  next: HOW,
};
const NOBODY = {
  status: 404,
  code: 'nobody',
  message: { zh: '没有这位客户', en: 'there is no such customer' },
  next: HOW,
};
const SEVERAL = {
  status: 409,
  code: 'several_customers',
  message: { zh: '有几位客户符合', en: 'several customers fit' },
  next: HOW,
};
