/**
 * Seals personal content under the key of one request. `context` names the place the content belongs to
 * (`message:<id>:body`) and is authenticated with it, so a sealed value moved elsewhere does not open.
 */
export interface Sealer {
  seal(content: Uint8Array, context: string): Uint8Array;
  open(sealed: Uint8Array, context: string): Uint8Array;
}
