import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandPath } from '../../scripts/test/browser';

/** How a proxy may hand a request on. A client chooses by the header x-manner, for this test alone. */
export type Manner = 'host' | 'other-host' | 'no-port' | 'only-for' | 'all';
export const MANNERS: [Manner, ...Manner[]] = ['host', 'other-host', 'no-port', 'only-for', 'all'];

export type Proxy = { close(): Promise<void> };

const PLAIN = { listen: '', certificate: '' };

/** A certificate of its own, for an hour's test. */
function certificate(folder: string): typeof PLAIN {
  const [key, pem] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name)) as [string, string];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
  const made = spawnSync('openssl', [...args, '-keyout', key, '-out', pem], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return { listen: ' ssl', certificate: `ssl_certificate ${pem}; ssl_certificate_key ${key};` };
}

/** Debian's, without installing it: that would start a server of the machine's own. */
function unpacked(folder: string): string {
  const options = { cwd: folder, encoding: 'utf8', shell: true } as const;
  const download = () => spawnSync('apt-get download -qq nginx && dpkg -x nginx_*.deb .', options);
  const first = download();
  if (first.status !== 0) spawnSync('apt-get update -qq', options);
  if (first.status !== 0 && download().status !== 0) throw new Error(`nginx is needed for this test\n${first.stderr}`);
  return path.join(folder, 'usr/sbin/nginx');
}

/** nginx before `upstream`, reached at `port` of this machine alone. */
export async function startNginx(port: number, upstream: URL, isTls: boolean): Promise<Proxy> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-nginx-'));
  const program = commandPath('nginx') ?? unpacked(folder);
  const tls = isTls ? certificate(folder) : PLAIN;
  const config = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  );
  writeFileSync(
    config,
    `daemon off; master_process off; worker_processes 1; pid ${path.join(folder, 'pid')}; error_log ${path.join(folder, 'error.log')};
events {}
http {
  ${temporary.join(' ')}
  access_log off;
  map $http_x_manner $sent_host { default $http_host; other-host upstream.internal; no-port $host; only-for $proxy_host; }
  map $http_x_manner $sent_for { default ''; only-for $proxy_add_x_forwarded_for; all $proxy_add_x_forwarded_for; }
  map $http_x_manner $sent_forwarded_host { default ''; all $http_host; }
  map $http_x_manner $sent_proto { default ''; all $scheme; }
  map $http_x_manner $sent_port { default ''; all $server_port; }
  server {
    listen 127.0.0.1:${port}${tls.listen}; ${tls.certificate}
    location / {
      proxy_pass ${upstream.origin};
      proxy_http_version 1.1;
      proxy_set_header Host $sent_host;
      proxy_set_header X-Forwarded-For $sent_for;
      proxy_set_header X-Forwarded-Host $sent_forwarded_host;
      proxy_set_header X-Forwarded-Proto $sent_proto;
      proxy_set_header X-Forwarded-Port $sent_port;
    }
  }
}
`,
  );
  const child = spawn(program, ['-c', config, '-p', folder, '-e', path.join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      () => true,
      () => false,
    );
    if (isOpen) return { close };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const errors = readFileSync(path.join(folder, 'error.log'), 'utf8');
  await close();
  throw new Error(errors);
}
