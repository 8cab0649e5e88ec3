import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../escape.ts';

export interface RenderedPage {
  /** The first heading, as plain text. */
  title: string;
  html: string;
}

/** HTML of one of our own pages. @param addressOf the address of what a link or a picture names; null: it is not here. */
export function renderPage(text: string, addressOf: (href: string) => string | null): RenderedPage {
  const marked = new Marked({
    gfm: true,
    renderer: {
      code: ({ text, lang }: Tokens.Code) => codeBlock(text, lang ?? ''),
      link({ href, tokens }: Tokens.Link) {
        const text = this.parser.parseInline(tokens);
        const address = addressOf(href);
        return address === null ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        return `<img src="${escapeHtml(addressOf(href) ?? '')}" alt="${escapeHtml(text)}" loading="lazy">`;
      },
      heading({ tokens, depth, text }: Tokens.Heading) {
        return `<h${depth} id="${escapeHtml(slug(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      table({ header, rows }: Tokens.Table) {
        const line = (cells: Tokens.TableCell[], tag: 'td' | 'th') =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const isBare = header.every(({ text }) => text === '');
        const head = isBare ? '' : `<thead>${line(header, 'th')}</thead>`;
        const body = rows.map((row) => line(row, 'td')).join('');
        return `<div class="wide"><table${isBare ? ' class="facts"' : ''}>${head}<tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
  return { title, html: marked.parse(text.replace(LANGUAGE_LINK, ''), { async: false }) };
}

/** The frame has one of its own. */
const LANGUAGE_LINK = /(?: · )?\[(?:English|中文)\]\([^)]*\)/;

/** The button is hidden until the script that makes it work is there. */
function codeBlock(text: string, language: string): string {
  const label = escapeHtml(LABELS[language] ?? language);
  return `<div class="code"><div class="bar"><span>${label}</span><button type="button" hidden></button></div><pre><code>${escapeHtml(text)}</code></pre></div>\n`;
}

const LABELS: Readonly<Record<string, string>> = {
  sh: 'curl · shell',
  ts: 'TypeScript',
  python: 'Python',
  json: 'JSON',
};

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
