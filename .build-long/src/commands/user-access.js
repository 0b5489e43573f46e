import { PgsealError } from '../errors.js';
import { encryptOnlyAccess, openAccess } from '../sql/access.js';
import { readMask } from '../types/mask.js';
/** Gives the access of a database user: the same object for all users of one entry, for as long as the map is in force. */
export function userAccess(config) {
    const columns = config.tables.flatMap((table) => table.columns);
    const masks = new Map();
    if (config.mode === 'encrypt-only') {
        const readings = new Map();
        for (const column of columns) {
            const { reads } = column;
            if (reads === undefined || reads === 'refuse')
                continue;
            readings.set(column.label, encryptOnlyReading(column, reads, masks));
        }
        const access = encryptOnlyAccess(readings);
        return () => access;
    }
    const { roles } = config;
    if (roles === undefined)
        return () => openAccess;
    const byUser = new Map();
    for (const [user, rights] of roles) {
        const readings = new Map();
        const searchable = new Set();
        for (const column of columns) {
            const right = rights.get(column.label);
            if (right?.search === true)
                searchable.add(column.label);
            if (right === undefined || right.reads === 'refuse')
                continue;
            readings.set(column.label, right.reads === 'open' ? asValue : maskReading(column, right.reads.mask, true, masks));
        }
        byUser.set(user, roleAccess(readings, searchable));
    }
    const others = byUser.get('public') ?? roleAccess(new Map(), new Set());
    return (user) => byUser.get(user) ?? others;
}
function encryptOnlyReading(column, reads, masks) {
    switch (reads) {
        case 'null':
            return asNull;
        case 'token':
            return asToken;
        default:
            return maskReading(column, reads.mask, false, masks);
    }
}
const asToken = { as: 'token' };
const asNull = { as: 'null' };
const asValue = { as: 'value' };
const refused = { as: 'refused', by: 'roles' };
function roleAccess(readings, searchable) {
    return {
        reading: (label) => readings.get(label) ?? refused,
        maySearch: (label) => searchable.has(label),
    };
}
/** Columns of one type with one mask share it, so that they may stand in one result column. */
function maskReading(column, text, opens, known) {
    const type = { name: column.type, typmod: column.typmod };
    const name = `${type.name} ${type.typmod} ${text}`;
    let reading = known.get(name);
    if (reading === undefined) {
        const mask = readMask(text, type, opens);
        if ('problem' in mask)
            throw new PgsealError('maskUnusable', { column: column.label, reason: mask.problem });
        known.set(name, (reading = { as: 'mask', mask }));
    }
    return reading;
}
//# sourceMappingURL=user-access.js.map