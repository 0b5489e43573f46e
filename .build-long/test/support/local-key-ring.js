import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyTable } from '../../src/control/key-table.js';
import { createKeyRing } from '../../src/keys/create-key-ring.js';
import { writeKeyFile } from '../../src/keys/key-file.js';
/** A key ring over a fresh key file and pgseal.keys of a database: keys `default` (per-row) and `phone` (branch). */
export async function localKeyRing(database) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-keys-'));
    const keyFile = join(folder, 'keys');
    writeKeyFile(keyFile);
    const named = (name, dataKeys) => [
        name,
        {
            name,
            kms: 'local',
            keyId: undefined,
            previousKeyIds: [],
            indexKeyId: undefined,
            region: undefined,
            endpoint: undefined,
            keyFile,
            dataKeys,
            context: {},
            tenants: undefined,
            cache: { maxAgeMs: 300_000, maxUses: 2 ** 28, maxBytes: 2 ** 40 },
        },
    ];
    const keyRing = await createKeyRing({
        keys: new Map([named('default', 'per-row'), named('phone', 'branch')]),
        mode: 'full',
        prove: false,
        store: openKeyTable(database),
        log: { info: () => undefined, warn: () => undefined },
    });
    return {
        keyRing,
        close: () => {
            keyRing.close();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
//# sourceMappingURL=local-key-ring.js.map