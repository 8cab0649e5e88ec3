export type { Fact, FactField } from './catalogue/facts.ts';
export { publishedFacts } from './catalogue/facts.ts';
export { type CallKind, type Faults, noFaults } from './faults.ts';
export { type DrawnEntry, drawnEntry } from './help/drawn.ts';
export { type IndexNode, indexTree } from './help/index-tree.ts';
export { type Oddities, plainOddities } from './oddities.ts';
export { allOddities } from './presets.ts';
export { CAPTCHA } from './sessions.ts';
export { createSim } from './sim.ts';
export type {
  BrowserCookie,
  Flag,
  Place,
  Sim,
  SimContact,
  SimCustomer,
  SimFollowUp,
  SimOptions,
  SimRecord,
  SimStats,
} from './types.ts';
