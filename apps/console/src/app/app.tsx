import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createQueryClient } from '../api/query-client.js';
import { router } from './router.js';
import { theme } from './theme.js';

const queryClient = createQueryClient();

/** The theme is all that the browser keeps; everything else lives on the server. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'artikla-theme' });

export const App = () => (
  // Variables and classes stand in the build's stylesheet: the page's policy allows no style elements.
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    colorSchemeManager={colorSchemeManager}
    withCssVariables={false}
    withGlobalClasses={false}
    withStaticClasses={false}
  >
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
);
