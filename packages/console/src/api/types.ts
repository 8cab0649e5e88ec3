import type { Answer, EndpointName, Endpoints } from '@bangqiao/api';

/** What an endpoint answers, by its name. */
export type AnswerOf<N extends EndpointName> = Answer<Endpoints[N]>;
export type RowOf<N extends EndpointName> = AnswerOf<N> extends { items: (infer Row)[] } ? Row : never;

export type Overview = AnswerOf<'overview.show'>;

/** An entry of a customer's time line, by its kind. */
export type EntryOf<K extends RowOf<'timeline.show'>['kind']> = Extract<RowOf<'timeline.show'>, { kind: K }>;
