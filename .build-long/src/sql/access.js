// What the user of a connection may see of sealed columns: by the mode of this instance, or by `roles` of the map.
import { PgsealError } from '../errors.js';
const value = { as: 'value' };
/** Everything is opened. */
export const openAccess = { reading: () => value, maySearch: () => true };
const refusedByMode = { as: 'refused', by: 'mode' };
/** Nothing is opened, everything may be searched: mode encrypt-only. `readings`: by label, refused where none is given. */
export function encryptOnlyAccess(readings = new Map()) {
    return { reading: (label) => readings.get(label) ?? refusedByMode, maySearch: () => true };
}
/** The error for a value that must not be read. */
export function readRefused(by, column, extra = {}) {
    return new PgsealError(by === 'mode' ? 'readNotAllowed' : 'readNotAllowedToUser', { column }, extra);
}
/**
 * How a result column is read; all that a value may come from must be read alike. Throws for one that must not be read,
 * unless this statement has sealed every value in it.
 */
export function resultReading(analysis, result) {
    const { access } = analysis.input;
    const position = positionOf(analysis, result);
    const readings = result.origins.map((origin) => access.reading(origin.column.label));
    const reading = readings[0];
    const at = readings.findIndex((one) => one.as === 'refused');
    const refused = readings[at];
    if (refused?.as === 'refused') {
        if (result.sealedHere && !result.constants)
            return refused;
        const name = result.origins.length === 1 ? result.name : result.origins[at].column.label;
        throw readRefused(refused.by, name, position);
    }
    if (readings.some((one) => one !== reading && !(one.as === 'value' && reading.as === 'value'))) {
        throw new PgsealError('mixedReading', { column: result.name }, position);
    }
    return reading;
}
/**
 * A constant that stands beside a column in COALESCE, CASE or UNION ALL is given back as it is. Beside a column that
 * reads as NULL, or that cannot be told from its token, the answer would be a guess.
 */
export function checkBesideConstant(analysis, result) {
    // A view is analysed once for all users, and holds no such constant.
    if (analysis.inView)
        return;
    for (const origin of result.origins) {
        const reading = analysis.input.access.reading(origin.column.label);
        if (reading.as === 'value' || reading.as === 'mask')
            continue;
        if (reading.as === 'refused')
            throw readRefused(reading.by, result.name, positionOf(analysis, result));
        throw new PgsealError('mixedReading', { column: result.name }, positionOf(analysis, result));
    }
}
/** True when stored values of a result are opened for it. */
export function opensStored(reading) {
    return reading.as === 'value' || (reading.as === 'mask' && reading.mask.kind === 'template');
}
/** A search tells whether a guess is right, so it needs a right of its own. */
export function refuseSearch(analysis, label, name, location) {
    // A view is analysed once for all users; a search in it is refused anyhow.
    if (analysis.inView || analysis.input.access.maySearch(label))
        return;
    const position = location === undefined ? undefined : analysis.characterAt(location);
    throw new PgsealError('searchNotAllowed', { column: name }, position === undefined ? {} : { position });
}
function positionOf(analysis, sealed) {
    const position = sealed.location === undefined ? undefined : analysis.characterAt(sealed.location);
    return position === undefined ? {} : { position };
}
//# sourceMappingURL=access.js.map