import type { z } from 'zod';
import type { Words } from './common.ts';
import type { Right } from './rights.ts';

/** One thing that can be asked of the hub: address, who may, what goes in and what comes out. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/customers/:id` */
  path: `/api/${string}`;
  summary: Words;
  /** What the asker needs; `open`: nothing, not even a session. */
  right: Right | 'open';
  /** It changes something, so an audit row is written, unless its body says `dry_run`. */
  changes?: true;
  /** Text for people or a stream instead of JSON, by its media type. */
  media?: 'text/csv' | 'text/event-stream';
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
}

/** Keeps the exact types of an endpoint's schemas. */
export function endpoint<const E extends Endpoint>(it: E): E {
  return it;
}

type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type Part<E, K extends string> = E extends Record<K, infer S> ? S : undefined;

/** What a client sends: the parts that the endpoint has, and those alone. */
export type Ask<E> = (E extends { params: infer S } ? { params: In<S> } : object) &
  (E extends { query: infer S } ? { query?: In<S> } : object) &
  (E extends { body: infer S } ? { body: In<S> } : object);

/** The same, checked and with defaults, as a handler sees it. */
export interface Asked<E> {
  params: Out<Part<E, 'params'>>;
  query: Out<Part<E, 'query'>>;
  body: Out<Part<E, 'body'>>;
}

export type Answer<E extends Endpoint> = z.output<E['answer']>;
