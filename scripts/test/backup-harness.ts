import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { runScript } from './script';

/** The two commands on the test's database and on an empty one that is there for what is restored. */
export class Backups {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'yosan-backup-'));
  readonly target = `restored_${process.pid}`;
  private readonly urls = inject('databases');
  readonly admin = new pg.Client(this.urls.maintenance);

  constructor() {
    beforeAll(async () => {
      await this.admin.connect();
      await this.emptyTarget();
    });
    afterAll(async () => {
      await this.admin.query(`DROP DATABASE ${this.target} WITH (FORCE)`);
      await this.admin.end();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** The test's own database. */
  get source(): string {
    return new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  owner(name: string): string {
    return this.urls.owner.replace(/template_seeded$/, name);
  }

  settings(name: string) {
    const DATABASE_URL = this.urls.app.replace(/template_seeded$/, name);
    return { ...process.env, DATABASE_URL, DATABASE_OWNER_URL: this.owner(name) };
  }

  backup(file: string, on = this.source) {
    return runScript('backup', [file], this.settings(on));
  }

  restore(file: string) {
    return runScript('restore', [file], this.settings(this.target));
  }

  async emptyTarget(): Promise<void> {
    await this.admin.query(`DROP DATABASE IF EXISTS ${this.target} WITH (FORCE)`);
    await this.admin.query(`CREATE DATABASE ${this.target}`);
  }

  async on<Result>(name: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client(this.owner(name));
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  onTarget<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    return this.on(this.target, work);
  }
}
