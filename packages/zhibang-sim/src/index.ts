export { type CallKind, type Faults, noFaults } from './faults.ts';
export { type Oddities, plainOddities } from './oddities.ts';
export { allOddities } from './presets.ts';
export { CAPTCHA } from './sessions.ts';
export { createSim } from './sim.ts';
export type {
  Flag,
  Place,
  Sim,
  SimContact,
  SimCustomer,
  SimFollowUp,
  SimOptions,
  SimStats,
} from './types.ts';
