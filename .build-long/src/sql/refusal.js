import { PgsealError } from '../errors.js';
/** `cannot use sealed column "s.t.c" in CLAUSE`, at the column's place. */
export function refuseUse(analysis, sealed, clause, extra = {}) {
    throw new PgsealError('sealedColumnUse', { column: sealed.name, clause }, {
        detail: extra.detail ?? 'Stored values are sealed: the database cannot compute with them.',
        ...(extra.hint === undefined ? {} : { hint: extra.hint }),
        ...positionAt(analysis, sealed.location),
    });
}
/** A mapped column that is not served now: it is not sealed yet, or map and database disagree. */
export function refuseBlocked(analysis, blocked, location) {
    throw new PgsealError(blocked.state === 'plain' ? 'columnNotSealedYet' : 'columnRefused', { column: blocked.name, reason: blocked.reason }, positionAt(analysis, location));
}
/** A shape that analysis does not know, over a relation with sealed columns (C42). */
export function refuseShape(analysis, shape, location) {
    throw new PgsealError('shapeNotServed', { shape }, positionAt(analysis, location));
}
export function refuse(analysis, entry, parameters, location) {
    throw new PgsealError(entry, parameters, positionAt(analysis, location));
}
function positionAt(analysis, location) {
    const position = location === undefined ? undefined : analysis.characterAt(location);
    return position === undefined ? {} : { position };
}
//# sourceMappingURL=refusal.js.map