import {
  type Answer,
  ApiError,
  type Ask,
  createClient,
  type EndpointName,
  type Endpoints,
} from '@bangqiao/api';
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';

export const client = createClient();

/** What it asks for reaches the hub though the page is closed meanwhile. Browsers let 64 KB at a time do so. */
export const lasting = createClient({ fetch: (to, how) => fetch(to, { ...how, keepalive: true }) });

/** While something failed it is asked again by itself, so that a page goes on when the network is back. */
const ASK_AGAIN_MS = 4000;

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 3000,
      retry: false,
      networkMode: 'always',
      refetchInterval: (query) => (isAway(query.state.error) ? ASK_AGAIN_MS : false),
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: askWhoIsHere }),
  mutationCache: new MutationCache({ onError: askWhoIsHere }),
});

/** A session that ended shows as a refusal anywhere; asking who is here brings the login in front of the page. */
function askWhoIsHere(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) {
    void queryClient.invalidateQueries({ queryKey: ['session.show'] });
  }
}

const AWAY: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/** The hub did not answer at all, is just starting, or a server before it said so. */
export function isAway(error: unknown): boolean {
  return error instanceof ApiError && AWAY.has(error.status);
}

type Given<N extends EndpointName> =
  object extends Ask<Endpoints[N]>
    ? [ask?: Ask<Endpoints[N]>, options?: Options<N>]
    : [ask: Ask<Endpoints[N]>, options?: Options<N>];

interface Options<N extends EndpointName> {
  enabled?: boolean;
  /** Asks again so often, in milliseconds; as what was read last says. */
  every?: number | ((last: Answer<Endpoints[N]> | undefined) => number);
}

/** Reads one endpoint and keeps what was shown while newer arrives. */
export function useAsk<N extends EndpointName>(
  name: N,
  ...[ask, options = {}]: Given<N>
): UseQueryResult<Answer<Endpoints[N]>, ApiError> {
  const { enabled = true, every } = options;
  return useQuery<Answer<Endpoints[N]>, ApiError>({
    queryKey: [name, ask ?? {}],
    queryFn: () => askFor(name, ask),
    enabled,
    ...(every === undefined
      ? {}
      : { refetchInterval: ({ state }) => (typeof every === 'number' ? every : every(state.data)) }),
  });
}

type ListName = {
  [N in EndpointName]: Answer<Endpoints[N]> extends { items: unknown[]; next: string | null } ? N : never;
}[EndpointName];

/** Reads a list page by page; the rows shown stay until those of other filters are there. */
export function useList<N extends ListName>(name: N, ask: Ask<Endpoints[N]>) {
  return useInfiniteQuery<
    Answer<Endpoints[N]>,
    ApiError,
    Answer<Endpoints[N]>[],
    unknown[],
    string | undefined
  >({
    queryKey: [name, ask],
    initialPageParam: undefined,
    queryFn: ({ pageParam: cursor }) => {
      const { query } = ask as { query?: object };
      return askFor(name, { ...ask, query: { ...query, ...(cursor ? { cursor } : {}) } });
    },
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
  });
}

/**
 * Asks for a change; when it is done, whatever is on the screen is read again. The same asked once more before that, by a double
 * click that is faster than the key grows grey, is not sent.
 */
export function useDo<N extends EndpointName>(
  name: N,
): UseMutationResult<Answer<Endpoints[N]>, ApiError, Ask<Endpoints[N]>> {
  const underWay = useRef(new Set<string>());
  const doing = useMutation<Answer<Endpoints[N]>, ApiError, Ask<Endpoints[N]>>({
    mutationFn: (ask) => askFor(name, ask),
    onSuccess: () => queryClient.invalidateQueries(),
    onSettled: (_answer, _error, ask) => underWay.current.delete(JSON.stringify(ask)),
  });
  const mutate: typeof doing.mutate = (...given) => {
    const [ask] = given;
    const key = JSON.stringify(ask);
    if (underWay.current.has(key)) return;
    underWay.current.add(key);
    doing.mutate(...given);
  };
  return { ...doing, mutate };
}

/** The client's own signature asks for the parts that an endpoint has; of a name not known yet it cannot. */
export function askFor<N extends EndpointName>(
  name: N,
  ask: unknown,
  by = client,
): Promise<Answer<Endpoints[N]>> {
  return (by.ask as (name: N, ask: unknown) => Promise<Answer<Endpoints[N]>>)(name, ask);
}
