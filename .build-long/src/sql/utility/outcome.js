export function passthrough(effects, reason, describeFirst = false) {
    return { kind: 'passthrough', effects, reason, describeFirst };
}
/** A statement without parameters or rows that the server gets in other words, and what is to run after it. */
export function rewritten(effects, text, after) {
    return {
        kind: 'sealed',
        effects,
        text,
        edits: undefined,
        parameters: [],
        clientParameters: [],
        results: undefined,
        hidden: [],
        rows: 0,
        records: [],
        evaluates: undefined,
        usesSettings: false,
        after,
        seals: [],
        searches: [],
        opens: [],
    };
}
//# sourceMappingURL=outcome.js.map