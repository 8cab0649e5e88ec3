export type { Archive } from './archive.ts';
export type { Meeting, NewCustomer, People } from './people.ts';
export type { Service } from './service.ts';
export { createWecomSim, type WecomSim } from './sim.ts';
export {
  noWecomFaults,
  type SimCustomer,
  type SimRelation,
  type WecomFaults,
  type WecomSimOptions,
  type WecomStats,
} from './types.ts';
export type { ArchiveItem } from './world.ts';
