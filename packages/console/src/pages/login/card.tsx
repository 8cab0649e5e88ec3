import type { ReactNode } from 'react';
import { Switches } from '../../parts/frame.tsx';
import './login.css';

/** The one card of a page without a session. */
export function EntranceCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="entrance">
      <div className="card">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>{title}</h1>
        {children}
      </div>
      <div className="entrance-switches">
        <Switches />
      </div>
    </main>
  );
}
