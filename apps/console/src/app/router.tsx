import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { QueuePage } from '../queue/queue-page.js';
import { readQueueSearch } from '../queue/queue-search.js';
import { readReportSearch } from '../reports/report-search.js';
import { Desk } from './desk.js';
import { DeskCrash } from './desk-crash.js';
import { NotFound } from './not-found.js';
import { PageCrash } from './page-crash.js';

const rootRoute = createRootRoute({ errorComponent: DeskCrash });

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Desk,
  errorComponent: DeskCrash,
});

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue', replace: true });
  },
});

const queueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/queue',
  validateSearch: readQueueSearch,
  component: QueuePage,
});

const requestRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests/$reference',
  // What was typed or unfolded for one request must not stand on the page of the next.
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('../request/request-route.js'), 'RequestRoute'),
});

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('../register/register-page.js'), 'RegisterPage'),
});

const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reports',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('../reports/reports-page.js'), 'ReportsPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('../operations/operations-page.js'), 'OperationsPage'),
});

const timeLimitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/time-limits',
  component: lazyRouteComponent(() => import('../settings/time-limits-page.js'), 'TimeLimitsPage'),
});

const settingsHomeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../administration/settings-route.js'), 'SettingsRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/$',
  component: lazyRouteComponent(() => import('../administration/settings-route.js'), 'SettingsRoute'),
});

const missingRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFound });

const firstSignInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-sign-in',
  component: lazyRouteComponent(() => import('../session/first-sign-in-page.js'), 'FirstSignInPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-route.js'), 'SetUpRoute'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    deskRoute.addChildren([
      homeRoute,
      queueRoute,
      requestRoute,
      registerRoute,
      reportsRoute,
      operationsRoute,
      timeLimitsRoute,
      settingsHomeRoute,
      settingsRoute,
      missingRoute,
    ]),
    firstSignInRoute,
    setUpRoute,
  ]),
  defaultErrorComponent: PageCrash,
  // What no route reads is taken out of the address, so it cannot reach a page unread.
  search: { strict: true },
  // A page's code comes while somebody points at the link to it.
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
