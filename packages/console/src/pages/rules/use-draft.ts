import { useState } from 'react';
import { bodyOf, type Draft, differs, draftOf, openedAt, type Shown } from './draft.ts';
import type { KeptDrafts } from './kept-drafts.ts';

/** The draft of a version: the one that was left unstored, else the rules as they are; every change is kept at once. */
export function useDraft(shown: Shown, open: string | undefined, kept: KeptDrafts) {
  const [base] = useState(shown);
  const version = base.version ?? 0;
  const [stored, setStored] = useState(() => bodyOf(draftOf(base)));
  const [wasFound] = useState(() => kept.read(version) !== null);
  const [draft, setDraft] = useState(() => openedAt(kept.read(version) ?? draftOf(base), open));
  return {
    base,
    draft,
    wasFound,
    isUnsaved: differs(draft, stored),
    change(next: Draft) {
      setDraft(next);
      if (differs(next, stored)) kept.keep(version, next);
      else kept.drop(version);
    },
    /** It is a version of its own now. */
    wasSaved() {
      setStored(bodyOf(draft));
      kept.drop(version);
    },
    drop: () => kept.drop(version),
  };
}
