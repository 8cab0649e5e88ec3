import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { setupWords as w } from '../../words/setup.ts';

/** May be skipped; what there is so far, and how more comes in. */
export function WechatStep() {
  const { language, say } = useLanguage();
  const stages = useAsk('overview.show').data?.customers.by_stage;
  return (
    <>
      <p>{say(w.wechatLead)}</p>
      {stages && <p>{say(w.wechatCount, { count: stages.contact + stages.lead })}</p>}
      <p>
        {say(w.wechatGuide)}
        <a href={`/docs/guides/${language === 'en' ? 'en/' : ''}integration`}>{say(w.wechatGuideLink)}</a>
      </p>
      <p>
        {say(w.wechatImport)} <code>npx bangqiao import people.csv</code>
      </p>
    </>
  );
}
