// npm run build && node dist/bench/audit.js: what one statement costs with an audit trail, without network and database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditTrail } from '../src/observe/audit/audit-trail.js';
import { makeAuditKeyFile } from '../src/observe/audit/key-file.js';
import { keysFromFile } from '../src/observe/audit/segment-keys.js';
import { ConnectionAudit } from '../src/observe/audit/statement-audit.js';
import { createLog } from '../src/observe/log.js';
import { median } from './rounds.js';
const statements = 20_000;
const rounds = 9;
const label = 'public.users.email';
const plan = {
    statement: 'SelectStmt',
    fingerprint: '807ecec62bca5872',
    tables: ['public.users'],
    seals: [],
    searches: [label],
    opens: [label],
};
const folder = mkdtempSync(join(tmpdir(), 'pgseal-bench-audit-'));
makeAuditKeyFile(join(folder, 'key'));
const trail = await AuditTrail.begin({
    path: join(folder, 'audit.jsonl'),
    rotateBytes: 64 * 1024 * 1024,
    keep: 1,
    keys: keysFromFile(join(folder, 'key')),
    onFailure: 'refuse',
    log: createLog('error').audit,
    version: 'bench',
});
const client = { connection: 1, user: 'app', application: 'bench', address: '127.0.0.1' };
const audit = new ConnectionAudit({ trail, alerts: undefined, records: 20 }, client);
const keyId = Buffer.alloc(16, 7);
function run(rows) {
    const before = process.cpuUsage();
    for (let n = 0; n < statements; n += 1) {
        const statement = audit.begin(plan);
        const counter = statement.counter(label);
        for (let row = 0; row < rows; row += 1) {
            statement.opening('', label);
            statement.key(keyId);
            statement.cacheHits += 1;
            counter.add();
        }
        statement.finish('ok');
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / statements;
}
try {
    for (const rows of [1, 100]) {
        const taken = [];
        for (let round = -2; round < rounds; round += 1) {
            const microseconds = run(rows);
            if (round >= 0)
                taken.push(microseconds);
        }
        console.log(`${rows} rows: ${median(taken).toFixed(1)} µs CPU a statement, its line written`);
    }
}
finally {
    trail.end();
    rmSync(folder, { recursive: true, force: true });
}
//# sourceMappingURL=audit.js.map