import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { mapJsonSchema } from '../../src/config/map-schema.js';
import { repoRoot } from '../support/root.js';
test('config/pgseal.schema.json is what the map is checked by (npm run docs writes it)', () => {
    const written = JSON.parse(readFileSync(join(repoRoot, 'config/pgseal.schema.json'), 'utf8'));
    assert.deepEqual(written, JSON.parse(JSON.stringify(mapJsonSchema())));
});
test('the maps in config/ name the schema beside them', () => {
    for (const name of [
        'config/minimal.yaml',
        'config/example.yaml',
        'config/encrypt-only.yaml',
        'config/tenants.yaml',
        'config/transit.yaml',
    ]) {
        const firstLine = readFileSync(join(repoRoot, name), 'utf8').split('\n')[0];
        const schema = /^# yaml-language-server: \$schema=(.+)$/.exec(firstLine)?.[1];
        assert.equal(join(dirname(join(repoRoot, name)), schema), join(repoRoot, 'config/pgseal.schema.json'));
    }
});
test('the commented map shows every key', () => {
    const example = readFileSync(join(repoRoot, 'config/example.yaml'), 'utf8');
    const names = new Set();
    const collect = (node) => {
        if (typeof node !== 'object' || node === null)
            return;
        const schema = node;
        for (const name of Object.keys(schema.properties ?? {}))
            names.add(name);
        for (const value of Object.values(schema))
            collect(value);
    };
    collect(mapJsonSchema());
    assert.ok(names.size > 25);
    for (const name of names)
        assert.match(example, new RegExp(`\\b${name}:`), name);
});
//# sourceMappingURL=map-schema.test.js.map