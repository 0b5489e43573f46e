const noEffects = {
    statement: '',
    transaction: undefined,
    mayWrite: true,
    forgetsNames: false,
    forgetsSettings: false,
    changesCatalog: false,
    deallocates: undefined,
    copiesIn: false,
};
/** The plan of an empty text, and of texts whose statements are all passed on. */
export const plainPlan = {
    kind: 'passthrough',
    effects: noEffects,
    reason: 'no statement touches a sealed column',
    describeFirst: false,
};
/** A statement or portal that came to be without the protocol: by SQL PREPARE or DECLARE, by a function, or not at all. */
export function unknownPlan() {
    return {
        kind: 'passthrough',
        effects: { ...noEffects, forgetsNames: true, forgetsSettings: true },
        reason: 'made by SQL',
        describeFirst: true,
    };
}
//# sourceMappingURL=plain-plans.js.map