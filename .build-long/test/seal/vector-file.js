import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelTag } from '../../src/seal/label-tag.js';
import { repoRoot } from '../support/root.js';
const folder = join(repoRoot, 'test/vectors/envelope');
export function readVectors() {
    return readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => readVector(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')));
}
function readVector(name, text) {
    const fields = text
        .slice(0, -1)
        .split('\n')
        .map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)];
    });
    const all = (wanted) => fields.filter(([field]) => field === wanted).map(([, value]) => value);
    const one = (wanted) => all(wanted)[0];
    const terms = fields.filter(([field]) => field.startsWith('term '));
    const label = one('label');
    const comparisonForm = one('comparison form');
    const orderForm = one('order form');
    return {
        name,
        fields,
        expect: one('expect'),
        kms: one('kms'),
        table: one('table'),
        fileKeys: all('file key'),
        rows: all('row').map((row) => keyRow(JSON.parse(row))),
        column: {
            label,
            labelTag: labelTag(label),
            logicalType: one('type'),
            namedKey: one('named key'),
            pad: 0,
            terms: terms.map(([field]) => field.slice(5)),
        },
        envelope: Buffer.from(one('envelope'), 'hex'),
        terms: terms.map(([, value]) => Buffer.from(value, 'hex')),
        plaintext: one('plaintext'),
        indexRow: one('index row'),
        comparisonForm: comparisonForm === undefined ? undefined : Buffer.from(comparisonForm, 'hex'),
        orderForm: orderForm === undefined ? undefined : Buffer.from(orderForm, 'hex'),
    };
}
function keyRow(row) {
    return {
        id: row.id,
        kind: row.kind,
        namedKey: row.named_key,
        provider: row.provider,
        arn: row.arn,
        tenant: row.tenant,
        group: row.index_group,
        slot: row.kind === 'index' ? 'current' : null,
        wrapped: row.wrapped === null ? null : Buffer.from(row.wrapped, 'hex'),
        context: row.context,
        created: new Date(row.created),
        retired: null,
    };
}
//# sourceMappingURL=vector-file.js.map