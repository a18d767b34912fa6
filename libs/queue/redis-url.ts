import { Cluster, Redis, type RedisOptions } from 'ioredis';

interface Node {
  readonly host: string;
  readonly port: number;
}

/** What stands behind REDIS_URL: one server, one that sentinels name, or a cluster. */
export interface RedisServers {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  /** The server itself, the sentinels, or some nodes of the cluster. */
  readonly nodes: readonly Node[];
  readonly options: Login;
}

/** What holds for every connection. */
type Login = Pick<
  RedisOptions,
  | 'username'
  | 'password'
  | 'db'
  | 'tls'
  | 'name'
  | 'sentinelUsername'
  | 'sentinelPassword'
  | 'enableTLSForSentinelMode'
  | 'sentinelTLS'
>;

const EXAMPLES =
  'redis://HOST:6379, redis+sentinel://HOST:26379,HOST:26379/NAME or redis+cluster://HOST:6379,HOST:6379';

/** One sentence on what is wrong, without the address: it may hold a password. */
const wrong = (what: string): Error => new Error(`REDIS_URL ${what}.`);

const FORM =
  /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<login>[^@/?#]*)@)?(?<hosts>[^@/?#]+)(?:\/(?<path>[^?#]*))?(?:\?(?<query>[^#]*))?$/;
const HOST = /^(?<host>\[[\da-fA-F:.]+\]|[\w.-]+)(?::(?<port>\d{1,5}))?$/;
const USUAL_PORTS = { single: 6379, sentinel: 26_379, cluster: 6379 } as const;

const nodeOf = (text: string, usual: number): Node => {
  const { host, port = String(usual) } = HOST.exec(text)?.groups ?? {};
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw wrong('names a host or a port that cannot be; give HOST:PORT, several of them with a comma between');
  }
  return { host: host.replaceAll(/^\[|\]$/g, ''), port: Number(port) };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('holds a percent sign that encodes nothing; write it as %25');
  }
};

const loginOf = (login: string | undefined): Login => {
  if (login === undefined || login === '') return {};
  const [user = '', ...rest] = login.split(':');
  const password = rest.join(':');
  return { ...(user !== '' && { username: decoded(user) }), ...(password !== '' && { password: decoded(password) }) };
};

const databaseOf = (text: string | undefined): Login => {
  if (text === undefined || text === '') return {};
  if (!/^\d{1,5}$/.test(text)) throw wrong('ends with something that is no number of a database');
  return { db: Number(text) };
};

/** `/NAME` or `/NAME/DATABASE`, and a login of the sentinels' own as `?sentinelUsername=…&sentinelPassword=…`. */
const sentinelOptions = (path: string | undefined, query: string | undefined, tls: boolean): Login => {
  const [name = '', database] = (path ?? '').split('/');
  if (name === '')
    throw wrong('does not say which primary the sentinels watch; add its name after the hosts, as /NAME');
  const own = new URLSearchParams(query);
  const [username, password] = [own.get('sentinelUsername'), own.get('sentinelPassword')];
  return {
    name: decoded(name),
    ...databaseOf(database),
    ...(username !== null && { sentinelUsername: username }),
    ...(password !== null && { sentinelPassword: password }),
    ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  };
};

/**
 * Reads `redis[s]://`, `redis[s]+sentinel://` and `redis[s]+cluster://`, each with a login before the hosts. Throws an
 * Error with a sentence for an operator, which repeats nothing of the address.
 */
export const parseRedisUrl = (url: string): RedisServers => {
  const { tls, kind: named, login, hosts, path, query } = FORM.exec(url)?.groups ?? {};
  if (hosts === undefined) throw wrong(`is not an address of Redis or Valkey; give one like ${EXAMPLES}`);
  const kind = (named ?? 'single') as RedisServers['kind'];
  const nodes = hosts.split(',').map((host) => nodeOf(host, USUAL_PORTS[kind]));
  const secure = tls === 's';
  if (kind === 'single' && nodes.length > 1) {
    throw wrong('names several hosts; say redis+sentinel:// or redis+cluster:// for them');
  }
  if (kind === 'cluster' && path !== undefined && path !== '') {
    throw wrong('ends with a database, which a cluster does not have; leave it out');
  }
  const options = {
    ...loginOf(login),
    ...(secure && { tls: {} }),
    ...(kind === 'single' && databaseOf(path)),
    ...(kind === 'sentinel' && sentinelOptions(path, query, secure)),
  };
  return { kind, nodes, options };
};

/** A client that waits for its servers as long as it takes: a worker's work does not end with a connection. */
export const connectRedis = ({ kind, nodes, options }: RedisServers): Redis | Cluster => {
  // A limit of retries would end commands that wait for a job (BullMQ, going to production).
  const patient = { ...options, maxRetriesPerRequest: null };
  if (kind === 'cluster') return new Cluster([...nodes], { redisOptions: patient });
  if (kind === 'sentinel') return new Redis({ ...patient, sentinels: [...nodes] });
  return new Redis({ ...patient, ...nodes[0] });
};

/** A client that tries once and gives up, for whoever only looks. Call `connect` first. */
export const tryRedis = ({ kind, nodes, options }: RedisServers, patienceMs: number): Redis | Cluster => {
  const once = { ...options, connectTimeout: patienceMs, commandTimeout: patienceMs, maxRetriesPerRequest: 0 };
  const never = { lazyConnect: true, retryStrategy: () => null };
  if (kind === 'cluster') {
    return new Cluster([...nodes], { redisOptions: once, lazyConnect: true, clusterRetryStrategy: () => null });
  }
  if (kind === 'sentinel') {
    return new Redis({ ...once, ...never, sentinels: [...nodes], sentinelRetryStrategy: () => null });
  }
  return new Redis({ ...once, ...never, ...nodes[0] });
};

/** How each server makes room when it is full, which must be not at all: a queue that forgets jobs is none. */
export const evictionPolicies = async (redis: Redis | Cluster): Promise<readonly string[]> => {
  const servers = redis instanceof Cluster ? redis.nodes('master') : [redis];
  // INFO and not CONFIG, which hosted servers often refuse.
  const memory = await Promise.all(servers.map((server) => server.info('memory')));
  return memory.map((text) => /maxmemory_policy:(\S+)/.exec(text)?.[1] ?? 'unknown');
};
