import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { UNITS, settingsWords as w } from '../../words/settings.ts';

type Live = AnswerOf<'settings.show'>['live'];
/** A number stands as it was typed, also while nothing is. */
type Value = boolean | string;

/** What can be changed while the service runs; only what was touched is sent. */
export function LiveSettings({ live, mayEdit }: { live: Live; mayEdit: boolean }) {
  const { say } = useLanguage();
  const [touched, setTouched] = useState<Record<string, Value>>({});
  const change = useDo('settings.change');
  const isWhole = live.every((one) => touched[one.key] !== '' || mayBeUnset(one));
  const body = Object.fromEntries(Object.entries(touched).map(([key, value]) => [key, sent(value)]));
  return (
    <section className="card">
      <h2>{say(w.live)}</h2>
      <p className="muted">{say(w.liveLead)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ body }, { onSuccess: () => setTouched({}) });
        }}
      >
        {live.map((one) => (
          <Row
            key={one.key}
            setting={one}
            value={touched[one.key] ?? shown(one.value)}
            mayEdit={mayEdit && !one.fixed}
            set={(value) => setTouched({ ...touched, [one.key]: value })}
          />
        ))}
        {change.error && <Failed error={change.error} />}
        {change.isSuccess && Object.keys(touched).length === 0 && <p role="status">{say(w.saved)}</p>}
        {mayEdit && (
          <>
            <Button
              type="primary"
              htmlType="submit"
              disabled={Object.keys(touched).length === 0 || !isWhole}
              loading={change.isPending}
            >
              {say(w.save)}
            </Button>{' '}
            <span className="muted small">{say(w.saveEffect)}</span>
          </>
        )}
      </form>
    </section>
  );
}

function shown(value: unknown): Value {
  return typeof value === 'boolean' ? value : String(value ?? '');
}

/** Emptied: unset. */
function sent(value: Value): boolean | number | null {
  return typeof value === 'boolean' ? value : value === '' ? null : Number(value);
}

/** What has no default may be nothing. */
function mayBeUnset({ default: usual }: Live[number]): boolean {
  return usual === null;
}

function Row(props: { setting: Live[number]; value: Value; mayEdit: boolean; set(value: Value): void }) {
  const { say } = useLanguage();
  const { setting, value, mayEdit, set } = props;
  return (
    <div className="setting">
      <label htmlFor={setting.key}>{say(setting.words)}</label>
      <span className="row">
        {typeof value === 'boolean' ? (
          <select
            id={setting.key}
            className="select"
            disabled={!mayEdit}
            value={String(value)}
            onChange={(event) => set(event.target.value === 'true')}
          >
            <option value="true">{say(w.on)}</option>
            <option value="false">{say(w.off)}</option>
          </select>
        ) : (
          <Input
            id={setting.key}
            type="number"
            style={{ width: '8rem' }}
            disabled={!mayEdit}
            placeholder={say(mayBeUnset(setting) ? w.notSet : w.needed)}
            status={value === '' && !mayBeUnset(setting) ? 'error' : ''}
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        )}
        <span className="muted small">
          {setting.unit && (say(UNITS[setting.unit]) || setting.unit)}{' '}
          {setting.fixed && say(w.fixed, { key: setting.config_key ?? setting.key })}
        </span>
      </span>
    </div>
  );
}
