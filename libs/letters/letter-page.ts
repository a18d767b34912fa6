import type { Language } from '#domain/language';
import { escapeHtml } from './markdown.js';

/** Readable on paper and on screens down to 320 px; no colour carries meaning. */
const STYLE = [
  'body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,sans-serif}',
  'main{max-width:42rem;margin:0 auto;padding:1.5rem;border-top:4px solid #12616b;overflow-wrap:anywhere}',
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem;margin-top:1.5rem}',
  'a{color:#12616b;font-weight:600}li{margin:.25rem 0}',
  '@media print{main{max-width:none;padding:0;border:0}h2,h3{break-after:avoid}}',
].join('');

/** A letter opened from a file may run nothing and load nothing, even if something slipped into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A complete page around the letter. `body` is HTML that is already safe. */
export const letterPage = (language: Language, title: string, body: string): string =>
  [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<main>\n${body}\n</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
