import { createHash } from 'node:crypto';

/** Free of quotes, `<`, `>` and `&`, which would be escaped and then differ from the hash in the policy. */
export const PACKAGE_STYLE = [
  'body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,sans-serif}',
  'main,header{max-width:72rem;margin:0 auto;padding:1rem 1.5rem}',
  'h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.3rem;margin-top:2.5rem}h3{font-size:1.1rem;margin-top:1.75rem}',
  'a{color:#0b4f6c}a:focus-visible{outline:3px solid #0b4f6c;outline-offset:2px}',
  '.skip{position:absolute;left:-100vw}.skip:focus{position:static}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}dt{font-weight:600}dd{margin:0}',
  'table{border-collapse:collapse}',
  'th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}',
  'th{background:#f1f3f5}td{min-width:5rem}audio{display:block;max-width:16rem}',
  '@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}',
  '@media print{main,header{max-width:none;padding:0}h2,h3{break-after:avoid}.skip,audio{display:none}}',
].join('');

/** Opened from a folder, the page may run nothing and load nothing but the recordings beside it. */
export const PACKAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PACKAGE_STYLE).digest('base64')}'`,
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
