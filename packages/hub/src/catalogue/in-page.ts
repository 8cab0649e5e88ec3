/**
 * What runs inside the page. Each function stands alone: its source is sent to the browser.
 */
// biome-ignore-start lint/suspicious/noExplicitAny: the browser's own things, which this project's types do not know

/** A spot to click, in the window's own pixels; `null` for what is there but cannot be hit, as something covers it. */
export interface Spot {
  x: number;
  y: number;
}

/** How many visible elements say exactly this, the innermost ones, in the order of the page. */
export function countNamed(name: string): number {
  const page = globalThis as any;
  const says = (part: any) => part.textContent.replace(/\s+/g, ' ').trim() === name;
  const found: any[] = [];
  const walker = page.document.createTreeWalker(page.document.body ?? page.document, 1);
  for (let part = walker.nextNode(); part; part = walker.nextNode()) {
    if (/^(SCRIPT|STYLE|TEMPLATE)$/.test(part.tagName) || !says(part) || [...part.children].some(says))
      continue;
    if (part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length > 0)
      found.push(part);
  }
  page.bangqiaoNamed = found;
  return found.length;
}

/** Brings the n-th of them into view and tells where to click it. */
export function aimAt(nth: number): Spot | null {
  const page = globalThis as any;
  const part = page.bangqiaoNamed?.[nth];
  if (!part?.isConnected) return null;
  part.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = part.getClientRects()[0];
  let [x, y] = [left + width / 2, top + height / 2];
  const hit = page.document.elementFromPoint(x, y);
  if (!hit || !(part.contains(hit) || hit.contains(part))) return null;
  for (let inner = page; inner.frameElement; inner = inner.parent) {
    const frame = inner.frameElement.getBoundingClientRect();
    x += frame.left;
    y += frame.top;
  }
  return { x, y };
}

/** The text of the smallest part of the page that holds both words; '' when none does. */
export function textAround([one, other]: readonly [string, string]): string {
  const { document } = globalThis as any;
  const holds = (part: any): boolean => {
    const text = part.innerText ?? '';
    return text.includes(one) && text.includes(other);
  };
  let part: any = document.body;
  if (!part || !holds(part)) return '';
  for (let next = part; next; next = [...part.children].find(holds)) part = next;
  return part.innerText;
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
