import http from 'node:http';
import { DRAWN_FOR_HEADER } from '../../../lib/domain/sign-in/drawn-for';
import type { DemoAccount } from '../../../prisma/seed';
import { type ActionName, type Actions, actionId } from '../app-save';
import type { Answer, Sent } from '../load';

const PATIENCE_MS = 45_000;

/** What one person's browser sends: over kept connections, with its cookies. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly agent = new http.Agent({ keepAlive: true });

  constructor(
    private readonly origin: string,
    private readonly buildFolder: () => string,
    private readonly whom: string,
  ) {}

  /** undefined: no answer. */
  send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer | undefined> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const options = { method, agent: this.agent, timeout: PATIENCE_MS, family: 4 };
    return new Promise((resolve) => {
      const all = { ...headers, cookie, origin: this.origin };
      const request = http.request(`${this.origin}${path}`, { ...options, headers: all }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', () => resolve(undefined));
        answer.on('aborted', () => resolve(undefined));
        answer.on('end', () => {
          for (const line of answer.headers['set-cookie'] ?? []) this.keep(line);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
        });
      });
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', () => resolve(undefined));
      request.end(body);
    });
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  /** A server action through its real door. @returns its result, or undefined when nobody knows how it ended. */
  async call<Name extends ActionName>(
    name: Name,
    page: string,
    input: unknown,
  ): Promise<Awaited<ReturnType<Actions[Name]>> | undefined> {
    const answer = await this.send(page, {
      method: 'POST',
      headers: {
        'next-action': actionId(this.buildFolder(), name),
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        [DRAWN_FOR_HEADER]: this.whom,
      },
      body: JSON.stringify([input]),
    });
    if (answer?.headers['x-nextjs-action-not-found']) throw new Error(`${name} is not known on ${page}`);
    const [line] = answer?.body.toString().match(/(?<=^\w+:)\{"ok":.*\}$/m) ?? [];
    return answer?.status === 200 && line ? JSON.parse(line) : undefined;
  }

  /** @returns undefined (no answer), or the error that the sign-in names, or null. */
  async signIn({ loginId, password }: DemoAccount): Promise<string | null | undefined> {
    const csrf = await this.send('/api/auth/csrf');
    if (csrf?.status !== 200) return undefined;
    const { csrfToken } = JSON.parse(csrf.body.toString());
    const answer = await this.send('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, loginId, password, callbackUrl: '/', json: 'true' }).toString(),
    });
    if (!answer || answer.status >= 500) return undefined;
    const { url } = JSON.parse(answer.body.toString());
    return new URL(url, this.origin).searchParams.get('error');
  }
}
