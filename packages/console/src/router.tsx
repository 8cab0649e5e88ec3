import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { customersSearch } from './pages/customers/search.ts';
import { Broken, NotFound } from './parts/broken.tsx';
import { Entrance } from './parts/entrance.tsx';
import { More } from './parts/frame.tsx';

const root = createRootRoute({ component: Entrance, notFoundComponent: NotFound, errorComponent: Broken });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers' });
  },
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('./pages/customers/page.tsx'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./pages/customer/page.tsx'), 'CustomerPage'),
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => import('./pages/users/page.tsx'), 'UsersPage'),
});

const more = createRoute({ getParentRoute: () => root, path: '/more', component: More });

export const router = createRouter({
  routeTree: root.addChildren([overview, customers, customer, users, more]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
