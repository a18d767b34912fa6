import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { waitForOutput } from './output.js';

const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: 'ignore' });

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Why machines of a network cannot be had here, or null when they can. */
export const noNetworkBecause = (): string | null => {
  if (process.getuid?.() !== 0) return 'only root makes network namespaces';
  if (!onPath('ip')) return 'the program "ip" is missing';
  const name = `artikla-try-${process.pid}`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'delete', name);
    return null;
  } catch {
    return 'this machine permits no network namespaces';
  }
};

/** Why the proxy of docker-compose.yml cannot be had here, or null when it can. */
export const noCaddyBecause = (): string | null =>
  onPath('caddy') ? null : 'the program "caddy" is missing (Debian package caddy)';

/** One machine: an address of its own, where every port is free. */
export interface Machine {
  readonly address: string;
  /** Runs a command on it. */
  readonly through: readonly string[];
}

/**
 * Several machines on one wire, as containers are: network namespaces on a bridge. The test itself is at `gateway`, and so is
 * what it lets in of its own ports.
 */
export const openNetwork = () => {
  const id = process.pid % 100_000;
  const bridge = `art${id}`;
  const net = `10.${64 + (process.pid % 64)}.${Math.trunc(process.pid / 64) % 256}`;
  const gateway = `${net}.1`;
  const machines: string[] = [];
  const doors: Server[] = [];
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('addr', 'add', `${gateway}/24`, 'dev', bridge);
  ip('link', 'set', bridge, 'up');
  return {
    gateway,
    /** `names` are what it knows others by. */
    add: (names: Readonly<Record<string, string>> = {}): Machine => {
      const number = machines.length + 2;
      const name = `${bridge}-${number}`;
      const address = `${net}.${number}`;
      ip('netns', 'add', name);
      machines.push(name);
      const lines = Object.entries(names).map(([host, theirs]) => `${theirs} ${host}\n`);
      mkdirSync(`/etc/netns/${name}`, { recursive: true });
      writeFileSync(`/etc/netns/${name}/hosts`, `127.0.0.1 localhost\n${lines.join('')}`);
      const link = `v${id}-${number}`;
      ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
      ip('link', 'set', link, 'master', bridge, 'up');
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
      for (const device of ['lo', 'eth0']) ip('-n', name, 'link', 'set', device, 'up');
      return { address, through: ['ip', 'netns', 'exec', name] };
    },
    /** Lets the machines reach a port of this one, which listens to itself only, at the gateway. */
    letIn: async (port: number): Promise<void> => {
      const door = createServer((inside) => {
        const service = connect(port, '127.0.0.1');
        for (const side of [inside, service]) {
          side.on('error', () => undefined);
          side.on('close', () => [inside, service].forEach((each) => each.destroy()));
        }
        inside.pipe(service).pipe(inside);
      });
      await once(door.listen(port, gateway), 'listening');
      doors.push(door);
    },
    close: (): void => {
      for (const door of doors) door.close();
      for (const name of machines) {
        ip('netns', 'delete', name);
        rmSync(`/etc/netns/${name}`, { recursive: true });
      }
      ip('link', 'delete', bridge);
    },
  };
};

/** Caddy as docker-compose.yml runs it, on a machine of the network; `stop` ends it. */
export const startCaddy = async ({ through }: Machine, env: Readonly<Record<string, string>>) => {
  const [program, ...rest] = [...through, 'caddy', 'run', '--config', 'deploy/Caddyfile', '--adapter', 'caddyfile'];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, rest, { env: { PATH, HOME, ...env } });
  await waitForOutput(child, /serving initial configuration/, 30_000);
  return {
    stop: async (): Promise<void> => {
      child.kill();
      await once(child, 'exit');
    },
  };
};
