import { type Customer, STAGES, type Stage } from './customer.ts';
import { hasLicence } from './licence.ts';
import { cleanText } from './text.ts';

type StageFacts = Pick<
  Customer,
  | 'erp_customer_id'
  | 'phone'
  | 'company_name'
  | 'has_quote_request'
  | 'message_count'
  | 'business_license_path'
  | 'business_license_info'
  | 'business_license_verified'
> & { stage?: Stage | null };

/** The furthest stage that the facts or the current stage give: nobody is pushed backwards. */
export function stageOf(customer: StageFacts): Stage {
  const earned = stageByFacts(customer);
  const current = customer.stage ?? 'contact';
  return STAGES.indexOf(earned) > STAGES.indexOf(current) ? earned : current;
}

function stageByFacts(customer: StageFacts): Stage {
  if (customer.erp_customer_id !== null) return 'customer';
  const isLead =
    cleanText(customer.phone) !== null ||
    cleanText(customer.company_name) !== null ||
    customer.has_quote_request ||
    customer.message_count > 10 ||
    customer.business_license_verified ||
    hasLicence(customer);
  return isLead ? 'lead' : 'contact';
}
