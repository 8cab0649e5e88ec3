import type { Call } from '../call.ts';
import type { Fact } from './facts.ts';
import { Matcher } from './match.ts';
import { MEANINGS } from './meaning.ts';
import { Resource, resourceName } from './resource.ts';

/** The entries that this ERP has, and what they are about. */
export class Catalogue {
  readonly facts: readonly Fact[];
  readonly #matcher: Matcher;
  readonly #resources: Map<string, Resource>;

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
    this.#matcher = new Matcher(facts);
    const groups = Map.groupBy(facts, resourceName);
    this.#resources = new Map(
      [...groups].map(([name, members]) => [name, new Resource(name, members, MEANINGS[name]?.columns)]),
    );
  }

  find(call: Call): Fact | 'form' | undefined {
    return this.#matcher.find(call);
  }

  resource(fact: Fact): Resource {
    return this.named(resourceName(fact));
  }

  /** By its name, e.g. `project`, `expenseRequest.line`. */
  named(name: string): Resource {
    return this.#resources.get(name) ?? new Resource(name, []);
  }
}
