import { Outlet } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { FirstRun } from '../pages/login/first-run.tsx';
import { Login } from '../pages/login/login.tsx';
import { Frame } from './frame.tsx';
import { Live } from './live.tsx';
import { Loaded } from './state.tsx';

/** Nobody gets past without a session; who signs in stands on the page whose address they opened. */
export function Entrance() {
  const session = useSession();
  return (
    <Loaded query={session}>
      {({ user, needs_setup }) => {
        if (needs_setup) return <FirstRun />;
        if (user === null) return <Login />;
        return (
          <Live>
            <Frame user={user}>
              <Outlet />
            </Frame>
          </Live>
        );
      }}
    </Loaded>
  );
}
