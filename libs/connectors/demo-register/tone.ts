import type { Dice } from './random.js';

const SAMPLES_PER_SECOND = 8000;
const NOTE_SAMPLES = 3600;
const HEADER_BYTES = 44;

/** A note as 8-bit samples (128 is silence), fading in and out so that it does not click. */
const note = (hertz: number): Uint8Array =>
  Uint8Array.from({ length: NOTE_SAMPLES }, (_, index) => {
    const loudness = 90 * Math.sin((Math.PI * index) / NOTE_SAMPLES);
    return 128 + Math.round(loudness * Math.sin((2 * Math.PI * hertz * index) / SAMPLES_PER_SECOND));
  });

const NOTES = [262, 294, 330, 392, 440, 523].map(note);

/** The header of a WAV file with one channel of 8-bit PCM. */
const header = (samples: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  const text = (at: number, word: string): void => {
    new TextEncoder().encodeInto(word, new Uint8Array(view.buffer, at, word.length));
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLES_PER_SECOND, true);
  view.setUint32(28, SAMPLES_PER_SECOND, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  return new Uint8Array(view.buffer);
};

/** A recording that can be played but says nothing: three or four notes, one to two seconds, telephone quality. */
export const recordedTones = (dice: Dice): Uint8Array => {
  const notes = Array.from({ length: dice.between(3, 4) }, () => dice.pick(NOTES));
  return Buffer.concat([header(notes.length * NOTE_SAMPLES), ...notes]);
};
