import { PgsealError } from '../errors.js';
import { encodeEnvelope, keySource, parseEnvelope } from '../seal/envelope.js';
import { openFailed } from '../seal/open-failed.js';
import { openValue } from '../seal/open-value.js';
import { sealValue } from '../seal/seal-value.js';
/** Seals anew, under fresh data keys, the values of each row that must move. All of a row under one named key share one. */
export async function rotateValues(mover, rows, mustMove) {
    const opened = await Promise.all(rows.map((row) => openRow(mover, row, ({ keyPart }) => mustMove(keyPart.source, keyPart.keyId))));
    const results = opened.map(({ failures }) => ({ ...unmoved(mover.columns.length), moved: 0, failures }));
    for (const namedKey of new Set(mover.columns.map(({ sealed }) => sealed.namedKey))) {
        const ofKey = ({ at }) => mover.columns[at].sealed.namedKey === namedKey;
        const wanted = [...opened.entries()].filter(([, { values }]) => values.some(({ found }) => ofKey(found)));
        const contexts = wanted.map(([row, { identity, values }]) => {
            const table = mover.columns[values.find(({ found }) => ofKey(found)).found.at].table;
            return { table, record: identity.record, tenant: opened[row].identity.tenant };
        });
        const keys = await mover.keyRing.generate(namedKey, contexts);
        for (const [which, [row, { identity, values }]] of wanted.entries()) {
            for (const { found, stored } of values) {
                if (!ofKey(found))
                    continue;
                const { sealed } = mover.columns[found.at];
                const record = Buffer.from(identity.record);
                const result = results[row];
                result.old[found.at] = found.bytes;
                result.sealed[found.at] = sealValue(sealed, keys[which], record, stored, found.terms);
                result.moved += 1;
                stored.fill(0);
            }
        }
    }
    return results;
}
/** Exchanges the key parts of values whose data keys rest on another KMS key or other pairs than the map's. */
export async function rewrapValues(mover, rows) {
    return Promise.all(rows.map(async (row) => {
        const identity = mover.identityOf(row);
        const result = { ...unmoved(mover.columns.length), moved: 0, failures: [] };
        const asked = new Map();
        await eachValue(mover, row, result.failures, async (found) => {
            if (found.envelope.keyPart.source !== keySource.kms)
                return;
            const { sealed, table } = mover.columns[found.at];
            checkRecord(found.envelope, identity, sealed.label);
            const name = keyName(sealed.namedKey, found.envelope);
            // Values of one row share a data key: it is asked for once.
            const ask = asked.get(name) ??
                mover.keyRing.rewrap(sealed.namedKey, found.envelope.keyPart, { table, ...identity }, sealed.label);
            asked.set(name, ask);
            const keyPartBytes = await ask;
            if (keyPartBytes === undefined)
                return;
            result.old[found.at] = found.bytes;
            result.sealed[found.at] = encodeEnvelope({ ...found.envelope, keyPartBytes });
            result.moved += 1;
        });
        return result;
    }));
}
/** Opens every value of the rows and forgets it; gives what could not be opened. */
export async function verifyValues(mover, rows) {
    const opened = await Promise.all(rows.map((row) => openRow(mover, row, () => true)));
    let count = 0;
    for (const { values } of opened) {
        count += values.length;
        for (const { stored } of values)
            stored.fill(0);
    }
    return { values: count, failures: opened.flatMap(({ failures }) => failures) };
}
export async function openRow(mover, row, wanted) {
    const identity = mover.identityOf(row);
    const values = [];
    const failures = [];
    const asked = new Map();
    await eachValue(mover, row, failures, async (found) => {
        if (!wanted(found.envelope))
            return;
        const { sealed, table } = mover.columns[found.at];
        checkRecord(found.envelope, identity, sealed.label);
        const name = keyName(sealed.namedKey, found.envelope);
        const ask = asked.get(name) ??
            mover.keyRing.open(sealed.namedKey, found.envelope.keyPart, { table, ...identity }, sealed.label);
        asked.set(name, ask);
        values.push({ found, stored: openValue(sealed, found.envelope, await ask, found.terms) });
    });
    return { identity, values, failures };
}
/** Goes through the values of a row that are not NULL; what cannot be opened is noted, every other error passes. */
async function eachValue(mover, row, failures, work) {
    await Promise.all(mover.columns.map(async ({ sealed }, at) => {
        const bytes = row[`c${at}`];
        if (bytes === null || bytes === undefined)
            return;
        try {
            const terms = sealed.terms.map((_, which) => row[`e${at}_${which}`]);
            await work({ at, envelope: parseEnvelope(bytes, sealed.label), bytes: bytes, terms });
        }
        catch (error) {
            if (!(error instanceof PgsealError) || error.errorName !== 'openFailed')
                throw error;
            failures.push({ label: sealed.label, place: String(row.place), reason: error.logDetail ?? '' });
        }
    }));
}
// What names another row's record was moved here, and would be bound to this row for good.
function checkRecord(envelope, { record }, label) {
    if (!envelope.record.equals(Buffer.from(record)))
        throw openFailed(label, 'misplaced', "the record is not the row's own");
}
function keyName(namedKey, envelope) {
    return `${namedKey} ${envelope.keyPartBytes.toString('latin1')}`;
}
function unmoved(columns) {
    return { old: new Array(columns).fill(null), sealed: new Array(columns).fill(null) };
}
//# sourceMappingURL=move-values.js.map