import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './src/app/theme.js';

const NAME = 'virtual:theme.css';
const RESOLVED = '\0theme.css';

/**
 * The theme's CSS variables as a stylesheet of the build. Mantine would write them into a `<style>` element, which the
 * page's policy (`style-src 'self'`) forbids.
 */
export const themeStylesheet = (): Plugin => ({
  name: 'theme-stylesheet',
  resolveId: (id) => (id === NAME ? RESOLVED : null),
  load: (id) => {
    if (id !== RESOLVED) return null;
    return convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)));
  },
});
