import type { CustomerPage as Customer } from '@bangqiao/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { customerWords as w } from '../../words/customer.ts';
import { INTENTS, STAGES, TYPES } from '../../words/customer-terms.ts';
import { type Erased, ErasedNote, Erasure } from './erasure.tsx';
import { Fields } from './fields.tsx';
import { Merges } from './merges.tsx';
import { ErpSide, WechatSide } from './sides.tsx';
import { Timeline } from './timeline.tsx';
import { Why } from './why.tsx';
import './customer.css';

export function CustomerPage() {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/customers/$id' });
  const [erased, setErased] = useState<Erased | null>(null);
  const query = useAsk('customers.show', { params: { id: Number(id) } }, { enabled: erased === null });
  return (
    <div className="stack">
      <Link to="/customers" className="small">
        {say(w.back)}
      </Link>
      {erased ? (
        <ErasedNote erased={erased} />
      ) : (
        <Loaded query={query}>
          {(page) => (
            <>
              <Whole page={page} />
              <Erasure id={page.customer.id} done={setErased} />
            </>
          )}
        </Loaded>
      )}
    </div>
  );
}

function Whole({ page }: { page: Customer }) {
  useTitle(page.customer.name);
  return (
    <>
      <Head customer={page.customer} />
      <Why page={page} />
      <div className="sides">
        <WechatSide customer={page.customer} />
        <Fields
          customerId={page.customer.id}
          fields={page.fields}
          hasErp={page.customer.erp_customer_id !== null}
        />
        <ErpSide customer={page.customer} />
      </div>
      <Merges page={page} />
      <Timeline customerId={page.customer.id} />
    </>
  );
}

function Head({ customer }: { customer: Customer['customer'] }) {
  const { say } = useLanguage();
  return (
    <header>
      <h1>{customer.name}</h1>
      <div className="row">
        <span className="tag">{say(STAGES[customer.stage])}</span>
        {customer.type && <span className="tag">{say(TYPES[customer.type])}</span>}
        {customer.erp_customer_code && <span className="tag good">ERP {customer.erp_customer_code}</span>}
        {customer.intent_level && <span className="tag">{say(INTENTS[customer.intent_level])}</span>}
        {customer.real_name && customer.real_name !== customer.name && <span>{customer.real_name}</span>}
        {customer.phone && <span>{customer.phone}</span>}
      </div>
    </header>
  );
}
