// One sealed column, users.email (text with equality), and plans over it as the analysis would make them.
import { createSecretKey } from 'node:crypto';
import { insecureTestKey } from '../../src/seal/data-key.js';
import { eqTerm } from '../../src/seal/eq-term.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { sealValue } from '../../src/seal/seal-value.js';
import { encodeSealedRecord } from '../../src/seal/sealed-record.js';
import { noEffects, sealedOid } from './rig.js';
const label = 'public.users.email';
export const indexKey = createSecretKey(Buffer.alloc(32, 7));
export const email = {
    state: 'sealed',
    column: { label, labelTag: labelTag(label), logicalType: 'text', namedKey: 'default', pad: 0, terms: ['eq'] },
    logical: { name: 'text', typmod: -1 },
    table: 'public.users',
    physical: { oid: sealedOid, name: 'text_eq', versionOid: 1, envelopeOid: 2, terms: [{ name: 'eq', oid: 3 }] },
    indexGroup: label,
    indexKeyId: 'k',
    hasRecord: false,
    refused: undefined,
};
const text = { name: 'text', typmod: -1 };
const first = {
    source: { from: 'parameter', index: 0 },
    type: text,
    casts: [],
    array: false,
};
const common = {
    edits: [],
    hidden: [],
    rows: 1,
    records: [],
    evaluates: undefined,
    usesSettings: false,
    after: [],
    seals: [],
    searches: [],
    opens: [],
};
export const insertEmail = {
    kind: 'sealed',
    ...common,
    effects: { ...noEffects, statement: 'InsertStmt', mayWrite: true },
    text: Buffer.from('insert into users (email) values ($1)'),
    parameters: [{ role: 'seal', operand: first, target: email, row: 0 }],
    clientParameters: [{ typeOid: 25, plainAt: -1 }],
    results: undefined,
};
const returned = { origins: [email], logical: text, rows: [undefined], reading: { as: 'value' } };
export const insertReturning = {
    ...insertEmail,
    text: Buffer.from('insert into users (email) values ($1) returning id, email'),
    results: [undefined, returned],
};
/** The same with a constant, as a simple query has it. */
export const insertConstant = {
    ...insertReturning,
    parameters: [
        {
            role: 'seal',
            operand: { ...first, source: { from: 'constant', text: Buffer.from('a') } },
            target: email,
            row: 0,
        },
    ],
    clientParameters: [],
};
export const selectByEmail = {
    ...insertEmail,
    effects: noEffects,
    text: Buffer.from('select id, email from users where (email).eq = $1'),
    parameters: [{ role: 'term', term: 'eq', operand: first, target: email }],
    results: [undefined, returned],
};
export const selectAll = {
    ...selectByEmail,
    text: Buffer.from('select id, email from users'),
    parameters: [],
    clientParameters: [],
};
const key = insecureTestKey();
/** A sealed value as the server sends it in binary. */
export function sealedEmail(value) {
    const stored = Buffer.from(value);
    const terms = [eqTerm(indexKey, stored)];
    return encodeSealedRecord(email.physical, sealValue(email.column, key, Buffer.alloc(0), stored, terms), terms);
}
/** Answers at once, or a turn later when `late`; counts what it is asked. */
export function testKeyRing(late = false) {
    const answer = (value) => late ? new Promise((resolve) => setImmediate(() => resolve(value))) : value;
    const ring = {
        opens: 0,
        generates: 0,
        generate: (_name, contexts) => {
            ring.generates += contexts.length;
            return answer(contexts.map(() => key));
        },
        open: () => {
            ring.opens += 1;
            return answer(key.key);
        },
        indexKey: () => indexKey,
    };
    return ring;
}
//# sourceMappingURL=sealed-fixture.js.map