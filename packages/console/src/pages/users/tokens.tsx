import { Button } from 'antd';
import { useAsk, useDo } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { usersWords as w } from '../../words/users.ts';

/** The keys of programs. They are made on the command line, where they can be put into a file at once. */
export function Tokens() {
  const { say } = useLanguage();
  const tokens = useAsk('tokens.list');
  const revoke = useDo('tokens.revoke');
  return (
    <section className="card">
      <h2>{say(w.tokens)}</h2>
      <p className="muted">{say(w.tokensLead)}</p>
      {revoke.error && <Failed error={revoke.error} />}
      <Loaded query={tokens}>
        {({ tokens: all }) =>
          all.length === 0 ? (
            <p>
              {say(w.noTokens)} <code>npx bangqiao token add</code>
            </p>
          ) : (
            <ul>
              {all.map((token) => (
                <li key={token.id}>
                  <strong>{token.name}</strong> <span>{say(w.tokenFor, { user: token.user })}</span>{' '}
                  <span className="muted small">
                    {say(w.lastUsed)} {token.last_used_at ? <Time at={token.last_used_at} /> : say(w.never)}
                  </span>{' '}
                  {token.revoked_at ? (
                    <span className="tag">{say(w.revoked)}</span>
                  ) : (
                    <Button
                      size="small"
                      loading={revoke.isPending}
                      onClick={() => revoke.mutate({ params: { id: token.id } })}
                    >
                      {say(w.revoke)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
