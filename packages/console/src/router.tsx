import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { catalogueSearch } from './pages/catalogue/search.ts';
import { customersSearch } from './pages/customers/search.ts';
import { deskSearch } from './pages/desk/search.ts';
import { journalSearch } from './pages/journal/search.ts';
import { OverviewPage } from './pages/overview/page.tsx';
import { rulesSearch } from './pages/rules/search.ts';
import { setUpSearch } from './pages/setup/search.ts';
import { Broken, NotFound, NotLoaded } from './parts/broken.tsx';
import { Entrance } from './parts/entrance.tsx';
import { More } from './parts/frame.tsx';

/** A page's code is fetched when it is opened; where that fails, the page says so instead of the browser. */
function loaded<M>(code: Promise<M>): Promise<M> {
  return code.catch((cause: unknown) => {
    throw new NotLoaded(cause);
  });
}

const root = createRootRoute({ component: Entrance, notFoundComponent: NotFound, errorComponent: Broken });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/customers/page.tsx')), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: lazyRouteComponent(() => loaded(import('./pages/customer/page.tsx')), 'CustomerPage'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  validateSearch: deskSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/desk/page.tsx')), 'DeskPage'),
});

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  validateSearch: journalSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/journal/page.tsx')), 'JournalPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/rules/page.tsx')), 'RulesPage'),
});

const plans = createRoute({
  getParentRoute: () => root,
  path: '/plans',
  component: lazyRouteComponent(() => loaded(import('./pages/plans/page.tsx')), 'PlansPage'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plans/$id',
  component: lazyRouteComponent(() => loaded(import('./pages/plan/page.tsx')), 'PlanPage'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$id',
  component: lazyRouteComponent(() => loaded(import('./pages/run/page.tsx')), 'RunPage'),
});

const erp = createRoute({
  getParentRoute: () => root,
  path: '/erp',
  component: lazyRouteComponent(() => loaded(import('./pages/erp/page.tsx')), 'ErpPage'),
});

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/erp/catalogue',
  validateSearch: catalogueSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/catalogue/page.tsx')), 'CataloguePage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => loaded(import('./pages/settings/page.tsx')), 'SettingsPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: setUpSearch,
  component: lazyRouteComponent(() => loaded(import('./pages/setup/page.tsx')), 'SetUpPage'),
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => loaded(import('./pages/users/page.tsx')), 'UsersPage'),
});

const more = createRoute({ getParentRoute: () => root, path: '/more', component: More });

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    customers,
    customer,
    desk,
    journal,
    rules,
    plans,
    plan,
    run,
    erp,
    catalogue,
    settings,
    setUp,
    users,
    more,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
