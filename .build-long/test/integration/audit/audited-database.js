import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { auditFiles } from '../../../src/observe/audit/audit-file.js';
import { makeAuditKeyFile } from '../../../src/observe/audit/key-file.js';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { runPgseal } from '../../support/run-pgseal.js';
import { proxiedDatabase } from '../proxied-database.js';
/** A proxy that audits, with keys in a KMS of its own. */
export class AuditedDatabase {
    folder = mkdtempSync(join(tmpdir(), 'pgseal-audited-'));
    path = join(this.folder, 'audit.jsonl');
    copy = join(this.folder, 'copy.key');
    kms = new KmsServer();
    database;
    client;
    #clients = [];
    static async start(t, options) {
        const place = new AuditedDatabase();
        const { kms, folder } = place;
        const endpoint = await kms.listen();
        Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked' });
        const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
        const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn;
        makeAuditKeyFile(join(folder, 'audit.key'));
        copyFileSync(join(folder, 'audit.key'), place.copy);
        const other = `{ kms: aws, keyId: "${kms.keys.create('ENCRYPT_DECRYPT', false).arn}", endpoint: "${endpoint}" }`;
        const map = `
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: ${options.dataKeys ?? 'per-row'} }
${options.otherKey === undefined ? '' : `  ${options.otherKey}: ${other}`}
tables:
${options.columns}
`;
        const audit = `audit: { file: "${place.path}", key: { keyFile: "${folder}/audit.key" }, ${options.audit ?? ''} }\n`;
        place.database = await proxiedDatabase(await sharedPostgres(), { tables: options.tables, map });
        const { url, proxy } = await place.database.startProxy(`${map}${audit}${options.alerts ?? ''}`);
        place.url = url;
        place.proxy = proxy;
        t.after(async () => {
            await place.close();
            await kms.close();
            rmSync(folder, { recursive: true, force: true });
        });
        place.client = await place.connect();
        return place;
    }
    url = '';
    proxy;
    #closed = false;
    async connect(user) {
        const url = new URL(this.url);
        if (user !== undefined)
            url.username = user;
        const client = new pg.Client({ connectionString: url.href, application_name: 'audit test' });
        client.on('error', () => undefined);
        await client.connect();
        this.#clients.push(client);
        return client;
    }
    /** Stops the proxies: the trail is at its end then. */
    async close() {
        if (this.#closed)
            return;
        this.#closed = true;
        await Promise.all(this.#clients.map((client) => client.end().catch(() => undefined)));
        await this.database.close();
    }
    text() {
        return auditFiles(this.path)
            .map((file) => readFileSync(file, 'utf8'))
            .join('');
    }
    lines() {
        return this.text()
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line));
    }
    statements() {
        return this.lines().filter(({ event }) => event === 'statement');
    }
    /** A metric of the proxy, by the values of its one label. */
    metric(name) {
        const samples = this.proxy.metrics().find((family) => family.name === name)?.samples ?? [];
        return Object.fromEntries(samples.map(({ labels, value }) => [Object.values(labels).join(), value]));
    }
    /** Lines of statements that `run` leaves. */
    async during(run) {
        const before = this.statements().length;
        await run();
        return this.statements().slice(before);
    }
    verify(...options) {
        return runPgseal(['audit', '--verify', '--key', this.copy, ...options, ...auditFiles(this.path)]);
    }
}
//# sourceMappingURL=audited-database.js.map