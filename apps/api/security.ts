import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Scripts, styles and calls of our own origin and nothing else; no script from text (security design, section 2.8). */
const CONSOLE_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  // Recordings are heard, and PDF files and texts read, within the page of their request.
  'media-src': ["'self'"],
  'frame-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
};

/** The page of the API's description writes its own styles; it is apart from everything personal. */
const DOCS_POLICY = {
  ...CONSOLE_POLICY,
  'style-src': ["'self'", "'unsafe-inline'"],
  'require-trusted-types-for': null,
};

const PERMISSIONS_POLICY = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Headers of every answer of the console's origin. */
export const securityHeaders = (consoleUrl: string): readonly RequestHandler[] => [
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONSOLE_POLICY },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: consoleUrl.startsWith('https:') && { maxAge: 31_536_000 },
  }),
  (_request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
    next();
  },
];

export const docsPolicy: RequestHandler = helmet.contentSecurityPolicy({ useDefaults: false, directives: DOCS_POLICY });

/** Answers hold personal data: neither a browser nor anything on the way may keep them. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
