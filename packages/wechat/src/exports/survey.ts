interface Speaker {
  id: string;
  name: string;
}

const ENOUGH = 3;

/**
 * Who speaks in which chat of a file, from a first pass: exports that carry no room flag are told apart by it. Of each
 * chat only the first three speakers are kept.
 */
export class Survey {
  readonly #chats = new Map<string, Speaker[]>();

  add(chat: string, speaker: Speaker): void {
    const known = this.#chats.get(chat);
    if (!known) this.#chats.set(chat, [{ ...speaker }]);
    else if (known.length < ENOUGH && !known.some((one) => one.id === speaker.id)) known.push({ ...speaker });
  }

  /** Those who are not `self`; more than one of them makes a group. */
  others(chat: string, self: ReadonlySet<string>): Speaker[] {
    return (this.#chats.get(chat) ?? []).filter((one) => !self.has(one.id) && !self.has(one.name));
  }
}
