import { Marked, type RendererObject, type Token } from 'marked';
import { unseal } from './inert-values.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);

const htmlLines = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');

const refuse = (): never => {
  throw new Error('letters are written in Markdown without HTML and images');
};

const htmlRenderer: RendererObject = {
  html: refuse,
  image: refuse,
  link({ href, tokens }) {
    return `<a href="${unseal(href, escapeHtml)}">${this.parser.parseInline(tokens)}</a>`;
  },
};

/** A link shows its address, between angle brackets so that mail programs find its end (RFC 3986, appendix C). */
const textRenderer: RendererObject = {
  html: refuse,
  image: refuse,
  heading({ tokens }) {
    return `${this.parser.parseInline(tokens)}\n\n`;
  },
  paragraph({ tokens }) {
    return `${this.parser.parseInline(tokens)}\n\n`;
  },
  list({ ordered, items }) {
    const lines = items.map((item, place) => `${ordered ? `${place + 1}.` : '-'} ${this.listitem(item)}`);
    return `${lines.join('\n')}\n\n`;
  },
  listitem({ tokens }) {
    return this.parser.parse(tokens).trim().replaceAll('\n', '\n  ');
  },
  strong({ tokens }) {
    return this.parser.parseInline(tokens);
  },
  br() {
    return '\n';
  },
  link({ href, tokens }) {
    return `${this.parser.parseInline(tokens)} <${href}>`;
  },
  text(token) {
    return 'tokens' in token && token.tokens !== undefined ? this.parser.parseInline(token.tokens) : token.text;
  },
};

const toHtml = new Marked({ renderer: htmlRenderer });
const toText = new Marked({ renderer: textRenderer });

/** Markdown with sealed values to an HTML fragment. */
export const markdownToHtml = (markdown: string): string =>
  unseal(toHtml.parse(markdown, { async: false }), htmlLines).trim();

/** Markdown with sealed values to plain text. */
export const markdownToText = (markdown: string): string =>
  `${unseal(toText.parse(markdown, { async: false }), (value) => value)
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;

/** What an organisation may write in a passage of its own. */
const PLAIN: readonly string[] = [
  'space',
  'paragraph',
  'text',
  'escape',
  'strong',
  'em',
  'br',
  'list',
  'list_item',
  'link',
];

const isPage = (href: string): boolean => ['https:', 'http:', 'mailto:'].includes(URL.parse(href)?.protocol ?? '');

/** The type of the first thing in a passage that is no plain text, list or link to a page; null when all is plain. */
export const strayToken = (markdown: string): string | null => {
  const strays: string[] = [];
  const look = (token: Token): void => {
    const plain = PLAIN.includes(token.type) && (token.type !== 'link' || isPage(String(token['href'])));
    if (!plain) strays.push(token.type);
  };
  void toHtml.walkTokens(toHtml.lexer(markdown), look);
  return strays[0] ?? null;
};
