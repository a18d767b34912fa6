import type { MantineThemeOverride } from '@mantine/core';

/** Shades of the one brand colour; 8 and 7 carry white text at 4.5:1 and more in light and dark. */
const PETROL = [
  '#e7f4f5',
  '#d3e8ea',
  '#aed6d9',
  '#7fbfc5',
  '#55a7af',
  '#37929b',
  '#24818a',
  '#1a747d',
  '#12616b',
  '#0b4f58',
] as const;

/** Slate instead of Mantine's warm grey; 7 is the page, 6 a field, 4 a line around it, 0 the text. */
const SLATE = [
  '#e7eaf0',
  '#c3cad6',
  '#a3adbd',
  '#98a2b3',
  '#5d6878',
  '#2b323d',
  '#1b212b',
  '#161b23',
  '#12161d',
  '#0d1117',
] as const;

const FONT = "'Inter Variable', system-ui, sans-serif";

/** Mantine in the look of Artikla. What is coloured by meaning (deadlines, stages) stands in `tokens.css`. */
export const theme: MantineThemeOverride = {
  colors: { petrol: PETROL, dark: SLATE },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Pop-ups stand in a landmark of their own.
    Portal: { defaultProps: { target: '#overlays' } },
  },
};
