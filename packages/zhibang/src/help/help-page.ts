import { plainlySaysLogIn } from '../messages.ts';
import { CutShort, readLiteral } from './script-literal.ts';

/** An entry as the index names it. */
export interface IndexLeaf {
  id: number;
  name: string;
  /** Path and query, or the page of a prose entry. */
  url: string;
  /** The names above it. */
  category: string[];
  /** The menu does not draw it (`HideMenu`, its own or of a branch above). */
  hidden?: true;
}

/** What a page that was asked for turned out to be. `half`: it is the help site's, but its end is missing. */
export type HelpPage =
  | { kind: 'help'; version: string; leaves: IndexLeaf[] }
  | { kind: 'login' | 'half' | 'other' };

const INDEX = /PageInitParams\s*(?:\[\s*0\s*\]\s*=|=\s*\[)\s*(?=\[)/;

/** Reads the help site's page as it came over HTTP or was saved (wire.md "The ERP's own help site"). */
export function readHelpPage(html: string): HelpPage {
  const found = INDEX.exec(html);
  const isHelp = /<title>[^<]*开放平台/.test(html) || found !== null;
  if (!isHelp) return { kind: looksLikeLogin(html) ? 'login' : 'other' };
  if (!found) return { kind: 'half' };
  try {
    const leaves = leavesOf(readLiteral(html, found.index + found[0].length), []);
    const complete = leaves.length > 0 && /<\/html>/i.test(html.slice(found.index));
    if (!complete) return { kind: 'half' };
    const version = /<meta[^>]+name=["']version["'][^>]*content=["']([^"']*)/i.exec(html)?.[1] ?? '';
    return { kind: 'help', version, leaves };
  } catch (error) {
    return { kind: error instanceof CutShort ? 'half' : 'other' };
  }
}

function looksLikeLogin(html: string): boolean {
  return (
    /type=["']?password/i.test(html) ||
    /<title>[^<]*登录/.test(html) ||
    /login\.(ashx|aspx?)/i.test(html) ||
    plainlySaysLogIn(html)
  );
}

/** Leaves have a `url`, branches a `child`; anything else is passed over. */
function leavesOf(nodes: unknown, category: readonly string[], isHidden = false): IndexLeaf[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string, unknown> | null) => {
    if (typeof node?.name !== 'string') return [];
    const name = node.name.trim();
    const hidden = isHidden || node.HideMenu === true;
    const below = leavesOf(node.child, [...category, name], hidden);
    if (below.length > 0 || typeof node.url !== 'string' || node.url === '') return below;
    const leaf = { id: Number(node.id), name, url: node.url.trim(), category: [...category] };
    return [hidden ? { ...leaf, hidden } : leaf];
  });
}
