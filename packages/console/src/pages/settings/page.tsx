import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { settingsWords as w } from '../../words/settings.ts';
import { Alerts } from './alerts.tsx';
import { Audit } from './audit.tsx';
import { LiveSettings } from './live-settings.tsx';

export function SettingsPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const settings = useAsk('settings.show');
  const mayEdit = useRight('settings.edit') !== null;
  const maySeeAudit = useRight('audit.read') !== null;
  return (
    <div className="stack">
      <h1>{say(w.title)}</h1>
      {mayEdit && (
        <section className="card">
          <h2>{say(w.connection)}</h2>
          <p className="muted">{say(w.connectionLead)}</p>
          <Link to="/setup">{say(w.toSetUp)}</Link>
        </section>
      )}
      <Loaded query={settings}>
        {(shown) => (
          <>
            <LiveSettings live={shown.live} mayEdit={mayEdit} />
            {mayEdit && <Alerts />}
            <FileSettings shown={shown} />
          </>
        )}
      </Loaded>
      {maySeeAudit && <Audit />}
    </div>
  );
}

function FileSettings({ shown: { file, path } }: { shown: AnswerOf<'settings.show'> }) {
  const { say } = useLanguage();
  return (
    <section className="card">
      <details>
        <summary>{say(w.file)}</summary>
        <p className="muted">{say(w.fileLead, { path: path ?? say(w.noFile) })}</p>
        <table className="table">
          <tbody>
            {file.map((one) => (
              <tr key={one.key}>
                <td>
                  <span>
                    {say(one.words)}
                    <br />
                    <code className="small muted">{one.key}</code>
                  </span>
                </td>
                <td>
                  {text(one.value)} {!one.set && <span className="muted small">{say(w.isDefault)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
