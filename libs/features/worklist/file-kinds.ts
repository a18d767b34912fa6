import type { DocumentForm } from '#contracts/correspondence';

interface FileKind {
  readonly mediaType: string;
  /** Whether content begins as this kind of file does. */
  readonly begins: (content: Buffer) => boolean;
}

const at =
  (place: number, ...signs: readonly string[]) =>
  (content: Buffer): boolean =>
    signs.some((sign) => content.subarray(place, place + sign.length).equals(Buffer.from(sign, 'latin1')));

/** Text as people write it: valid UTF-8 without control characters, so nothing of another kind passes for it. */
const isText = (content: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[\p{Cc}--[\t\n\f\r]]/v.test(text);
  } catch {
    return false;
  }
};

/** What may be attached, known by its content: a name or a declared type proves nothing. Nothing here runs anything. */
const FILE_KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', begins: at(0, '%PDF-') },
  { mediaType: 'image/png', begins: at(0, '\x89PNG\r\n\x1A\n') },
  { mediaType: 'image/jpeg', begins: at(0, '\xFF\xD8\xFF') },
  { mediaType: 'image/webp', begins: (content) => at(0, 'RIFF')(content) && at(8, 'WEBP')(content) },
  { mediaType: 'audio/wav', begins: (content) => at(0, 'RIFF')(content) && at(8, 'WAVE')(content) },
  { mediaType: 'audio/ogg', begins: at(0, 'OggS') },
  { mediaType: 'audio/mpeg', begins: at(0, 'ID3', '\xFF\xFB', '\xFF\xF3', '\xFF\xF2') },
  { mediaType: 'audio/mp4', begins: at(4, 'ftypM4A') },
  { mediaType: 'text/plain', begins: isText },
];

/** The media type of content by what it begins with; null for what the desk does not take. */
export const mediaTypeOf = (content: Buffer): string | null =>
  FILE_KINDS.find(({ begins }) => begins(content))?.mediaType ?? null;

/** How a file of this type can be shown in the page; null where showing it could run something. */
export const formOf = (mediaType: string): DocumentForm | null => {
  const [family, kind] = mediaType.split(/[/;]/);
  if (family === 'audio') return 'audio';
  if (family === 'image' && ['png', 'jpeg', 'webp'].includes(kind ?? '')) return 'image';
  if (family === 'application' && kind === 'pdf') return 'pdf';
  return family === 'text' && kind === 'plain' ? 'text' : null;
};
