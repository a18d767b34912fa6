/** The drawing area of a chart, in its own units; the picture grows with its box. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Height of `value` where the lines go from `bottom` to `top`. */
  readonly y: (value: number, bottom: number, top: number) => number;
  /** Width of one column's place, and the middle of each. */
  readonly slot: number;
  readonly x: (column: number) => number;
}

const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 8;
const TOP = 12;
const FOOT = 26;

/** A plot of so many columns: half a row of the page, or with `wide` a whole one. */
export const plotOf = (columns: number, wide: boolean): Plot => {
  const width = wide ? 1120 : 640;
  const slot = (width - LEFT - RIGHT) / Math.max(1, columns);
  const room = HEIGHT - TOP - FOOT;
  return {
    width,
    height: HEIGHT,
    left: LEFT,
    right: width - RIGHT,
    slot,
    x: (column) => LEFT + slot * (column + 0.5),
    y: (value, bottom, top) => TOP + room * (1 - (value - bottom) / (top - bottom)),
  };
};
