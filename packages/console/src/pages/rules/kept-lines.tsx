import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';
import { Discard } from './discard.tsx';
import type { KeptDrafts } from './kept-drafts.ts';

/** Says that changes wait that nobody stored, and leads back to them. */
export function KeptLines({ kept, goOn }: { kept: KeptDrafts; goOn(version: number): void }) {
  const { say } = useLanguage();
  const [versions, setVersions] = useState(() => kept.versions());
  return versions.map((version) => (
    <div key={version} className="remark warn row between" role="status">
      <span>{say(w.unsavedOf, { version })}</span>
      <span className="row">
        <Button type="primary" onClick={() => goOn(version)}>
          {say(w.goOn)}
        </Button>
        <Discard
          discard={() => {
            kept.drop(version);
            setVersions(kept.versions());
          }}
        />
      </span>
    </div>
  ));
}
