import { hash } from 'node:crypto';

/**
 * A page of a list as one short text: equal only where columns and rows came in the very same letters. What stands
 * before both of them, in whatever order they come (header, token), and the counts of the page are left out, for they
 * change with other rows.
 */
export function digestOf(text: string): string {
  const from = Math.max(text.search(/"(?:cols|rows)"/i), 0);
  const page = text.lastIndexOf('"page":{');
  const end = page < from ? -1 : text.indexOf('}', page);
  const kept = end < 0 ? text.slice(from) : text.slice(from, page) + text.slice(end);
  return hash('sha1', kept, 'base64');
}
