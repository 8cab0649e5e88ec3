import type { ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import { useLanguage } from './language.tsx';

/** A plain table; on a phone each row becomes a card. `children` are its rows. */
export function Table({ heads, children }: { heads: readonly Words[]; children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <table className="table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
