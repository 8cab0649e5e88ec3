/** 24 × 24 line drawings. */
const LINES = {
  overview: 'M4 13h6V4H4zM14 20h6V11h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  customers:
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M16 3.5a4 4 0 0 1 0 7M18 14.5c2.5.8 4 3.300 4 6.500',
  desk: 'M3 13h5l2 3h4l2-3h5M3 13v6h18v-6L18 5H6z',
  rules: 'M4 6h10M4 12h6M4 18h10M18 4v4M16 6h4M14 10v4M12 12h4M18 16v4M16 18h4',
  plans: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  erp: 'M4 6c0-2 4-3 8-3s8 1 8 3-4 3-8 3-8-1-8-3zM4 6v12c0 2 4 3 8 3s8-1 8-3V6M4 12c0 2 4 3 8 3s8-1 8-3',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  users: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.500-7 8-7s8 3 8 7',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .9-1 1.700M12 17h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  moon: 'M20 14a8 8 0 1 1-10-10 7 7 0 0 0 10 10z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M5 19l1.500-1.500M17.500 6.500 19 5',
  language: 'M3 6h9M7.500 4v2M4 15c4-1.500 6-5 6-9M6 10c1 2.500 3 4 5 5M12 20l4.500-11L21 20M13.500 16.500h6',
  leave: 'M10 4H5v16h5M15 8l4 4-4 4M9 12h10',
} as const;

export type IconName = keyof typeof LINES;

/** Beside words, never in their place: a reader of the screen does not hear it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={LINES[name]} />
    </svg>
  );
}
