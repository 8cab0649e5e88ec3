import { Button } from 'antd';
import { useAsk, useDo } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { rulesWords as w } from '../../words/rules.ts';

interface Props {
  /** Undefined: the one in force. */
  look(version: number | undefined): void;
  mayEdit: boolean;
  wasActivated(version: number): void;
}

/** Who changed the rules when, and the way back to any version. */
export function Versions({ look, mayEdit, wasActivated }: Props) {
  const { say } = useLanguage();
  const versions = useAsk('rules.versions');
  const activate = useDo('rules.activate');
  return (
    <section className="card">
      <h2>{say(w.versions)}</h2>
      {activate.error && <Failed error={activate.error} />}
      <Loaded query={versions}>
        {({ versions: all }) => (
          <ul className="plain">
            {all.map((one) => (
              <li key={one.version} className="row between">
                <span>
                  {say(one.created_by === 'config' ? w.versionOfConfig : w.versionLine, {
                    version: one.version,
                    count: one.rules,
                    by: one.created_by,
                  })}{' '}
                  <span className="muted small">
                    <Time at={one.created_at} /> {one.created_by !== 'config' && one.note}
                  </span>
                </span>
                <span className="row">
                  <Button onClick={() => look(one.is_active ? undefined : one.version)}>{say(w.look)}</Button>
                  {one.is_active && <span className="tag good">{say(w.active)}</span>}
                  {!one.is_active && mayEdit && (
                    <Button
                      title={say(w.activateEffect)}
                      disabled={activate.isPending}
                      onClick={() =>
                        activate.mutate(
                          { params: { version: one.version } },
                          { onSuccess: () => wasActivated(one.version) },
                        )
                      }
                    >
                      {say(w.goBack)}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
