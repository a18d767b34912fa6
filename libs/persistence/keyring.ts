import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Sealer } from '#domain/sealer';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 3;
/** The fixed head of a PKCS#8 Ed25519 private key; the 32 bytes of seed follow it (RFC 8410). */
const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Keys under one key id, told apart by purpose: whoever learns the index key cannot open data, and the reverse. */
const derive = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `artikla:${purpose}`, 32));

/** Seals with AES-256-GCM as `version(1) keyId(2) iv(12) tag(16) ciphertext`; the context is authenticated with it. */
export const sealWith = (key: Buffer, keyId: number, content: Uint8Array, context: string): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(content), cipher.final()]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(VERSION);
  head.writeUInt16BE(keyId, 1);
  return Buffer.concat([head, iv, cipher.getAuthTag(), text]);
};

/** What was sealed does not open: it or its key is damaged, or the desk has another secret than it had. */
export class UnreadableError extends Error {
  constructor(cause: unknown) {
    super('what was sealed does not open', { cause });
    this.name = 'UnreadableError';
  }
}

const decipher = (key: Buffer, sealed: Uint8Array, context: string): Buffer => {
  const bytes = Buffer.from(sealed);
  if (bytes.readUInt8() !== VERSION) throw new Error('sealed by an unknown version');
  const tag = bytes.subarray(HEAD_BYTES + IV_BYTES, HEAD_BYTES + IV_BYTES + TAG_BYTES);
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES));
  cipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([cipher.update(bytes.subarray(HEAD_BYTES + IV_BYTES + TAG_BYTES)), cipher.final()]);
};

/** Opens what `sealWith` made. Throws `UnreadableError` when the key, the content or the context is not that of its sealing. */
export const openWith = (key: Buffer, sealed: Uint8Array, context: string): Buffer => {
  try {
    return decipher(key, sealed, context);
  } catch (error) {
    throw new UnreadableError(error);
  }
};

/** A sealer under one key. */
export const sealerFor = (key: Buffer, keyId: number): Sealer => ({
  seal: (content, context) => sealWith(key, keyId, content, context),
  open: (sealed, context) => openWith(key, sealed, context),
});

/**
 * The desk's own keys, all derived from one secret that lives outside the database (ARTIKLA_KEY). Key ids let a later
 * secret wrap new request keys while the old ones still open.
 */
export class Keyring {
  readonly keyId = 1;
  readonly #wrapping: Buffer;
  readonly #index: Buffer;
  readonly #pepper: Buffer;
  readonly #signing: KeyObject;
  /** Seals what belongs to the desk and to no request: connection settings of registers. */
  readonly desk: Sealer;

  /** `secret`: 32 bytes. */
  constructor(secret: Buffer) {
    if (secret.length !== 32)
      throw new Error('ARTIKLA_KEY must be 32 bytes in base64, as `openssl rand -base64 32` makes');
    this.#wrapping = derive(secret, 'wrap');
    this.#index = derive(secret, 'index');
    this.#pepper = derive(secret, 'pepper');
    const seed = derive(secret, 'checkpoint');
    this.#signing = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    this.desk = sealerFor(derive(secret, 'desk'), this.keyId);
  }

  wrap(key: Buffer, requestId: string): Buffer {
    return sealWith(this.#wrapping, this.keyId, key, `request_key:${requestId}`);
  }

  unwrap(wrapped: Uint8Array, requestId: string): Buffer {
    return openWith(this.#wrapping, wrapped, `request_key:${requestId}`);
  }

  /** Blind index of a normalised value: first 16 bytes of HMAC-SHA-256 over field and value. */
  blindIndex(field: string, value: string): Buffer {
    return createHmac('sha256', this.#index).update(`${field}\0${value}`).digest().subarray(0, 16);
  }

  /** Keyed hash of a code that people type: worth nothing to whoever reads the database without the secret. */
  codeHash(purpose: string, code: string): Buffer {
    return createHmac('sha256', this.#pepper).update(`${purpose}\0${code}`).digest();
  }

  get signingKey(): KeyObject {
    return this.#signing;
  }

  get verifyingKey(): KeyObject {
    return createPublicKey(this.#signing);
  }
}
