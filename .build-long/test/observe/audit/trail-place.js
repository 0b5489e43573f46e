import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFiles } from '../../../src/observe/audit/audit-file.js';
import { AuditTrail } from '../../../src/observe/audit/audit-trail.js';
import { makeAuditKeyFile, readAuditKeyFile } from '../../../src/observe/audit/key-file.js';
import { nextSegmentKey, seedFromSegmentKey } from '../../../src/observe/audit/line-chain.js';
import { keysFromFile } from '../../../src/observe/audit/segment-keys.js';
import { verifyAudit } from '../../../src/observe/audit/verify.js';
/** A folder with a key file, and a copy of it where the verifier has it. */
export class TrailPlace {
    folder = mkdtempSync(join(tmpdir(), 'pgseal-audit-'));
    path = join(this.folder, 'audit.jsonl');
    keyFile = join(this.folder, 'audit.key');
    copy = join(this.folder, 'copy.key');
    events = [];
    log = {
        auditFailed: (event) => this.events.push(`failed ${event.reason}`),
        auditResumed: ({ lost, refused }) => this.events.push(`resumed lost ${lost} refused ${refused}`),
        auditAnchorFailed: () => this.events.push('anchor failed'),
    };
    constructor(t) {
        makeAuditKeyFile(this.keyFile);
        copyFileSync(this.keyFile, this.copy);
        t.after(() => rmSync(this.folder, { recursive: true, force: true }));
    }
    begin(options = {}) {
        return AuditTrail.begin({
            path: this.path,
            rotateBytes: 1 << 20,
            keep: undefined,
            keys: keysFromFile(this.keyFile),
            onFailure: 'refuse',
            log: this.log,
            version: '0',
            ...options,
        });
    }
    files() {
        return auditFiles(this.path);
    }
    lines() {
        return this.files().flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(0, -1));
    }
    /** Replaces the trail by one file of these lines. */
    write(lines) {
        for (const file of this.files())
            rmSync(file);
        writeFileSync(this.path, lines.map((line) => `${line}\n`).join(''));
    }
    async verify(options = {}) {
        const said = [];
        const summary = await verifyAudit(this.files(), {
            seedOf: async (segment, run) => {
                let { key } = readAuditKeyFile(this.copy);
                for (let at = 1; at < segment; at += 1)
                    key = nextSegmentKey(key);
                return seedFromSegmentKey(key, run);
            },
            macOf: undefined,
            anchors: [],
            running: false,
            partial: false,
            interrupted: new Set(),
            ...options,
        }, (problem) => said.push(problem.slice(problem.lastIndexOf('/') + 1)));
        return { ...summary, said };
    }
}
export const statement = (n) => `"event":"statement","id":"1/${n}","outcome":"ok"`;
//# sourceMappingURL=trail-place.js.map