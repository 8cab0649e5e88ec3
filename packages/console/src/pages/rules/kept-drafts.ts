import type { Draft } from './draft.ts';

/** Drafts that were changed and not stored, by the version they began with; each person's own, until the window is closed. */
export interface KeptDrafts {
  versions(): number[];
  read(version: number): Draft | null;
  keep(version: number, draft: Draft): void;
  drop(version: number): void;
}

export function keptDraftsOf(person: string): KeptDrafts {
  const prefix = `bangqiao.rules-draft.${person}.`;
  return {
    versions: () =>
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => Number(key.slice(prefix.length)))
        .sort((a, b) => b - a),
    read(version) {
      const kept = sessionStorage.getItem(prefix + version);
      return kept === null ? null : (JSON.parse(kept) as Draft);
    },
    keep: (version, draft) => sessionStorage.setItem(prefix + version, JSON.stringify(draft)),
    drop: (version) => sessionStorage.removeItem(prefix + version),
  };
}
