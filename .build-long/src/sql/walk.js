// The tree of libpg_query as JSON: a node is an object with one key, its tag, whose value holds the fields; where the grammar
// allows one kind of node only, the fields stand there without a tag. Fields that are 0, '', false or empty are left out (B27).
/** Tags of the fields that hold a struct without its tag; a relation (RangeVar) is known by its `relname` instead. */
const bareStructs = {
    action: 'GrantStmt',
    alias: 'Alias',
    argType: 'TypeName',
    base: 'CreateStmt',
    bound: 'PartitionBoundSpec',
    collClause: 'CollateClause',
    cycle_clause: 'CTECycleClause',
    datatype: 'TypeName',
    funccall: 'FuncCall',
    infer: 'InferClause',
    into: 'IntoClause',
    intoClause: 'IntoClause',
    join_using_alias: 'Alias',
    larg: 'SelectStmt',
    ofTypename: 'TypeName',
    onConflictClause: 'OnConflictClause',
    output: 'JsonOutput',
    over: 'WindowDef',
    partbound: 'PartitionBoundSpec',
    partspec: 'PartitionSpec',
    pubtable: 'PublicationTable',
    rarg: 'SelectStmt',
    returning: 'JsonReturning',
    returningClause: 'ReturningClause',
    returnType: 'TypeName',
    search_clause: 'CTESearchClause',
    setstmt: 'VariableSetStmt',
    sourcetype: 'TypeName',
    storedtype: 'TypeName',
    targettype: 'TypeName',
    typeName: 'TypeName',
    type_name: 'TypeName',
    withClause: 'WithClause',
};
/** The tag of a tagged node; undefined for a bare struct, a list or a plain value. */
export function tagOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    let tag;
    for (const key in value) {
        if (tag !== undefined)
            return undefined;
        tag = key;
    }
    if (tag === undefined)
        return undefined;
    const first = tag.charCodeAt(0);
    if (first < 65 || first > 90)
        return undefined;
    const fields = value[tag];
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? tag : undefined;
}
/** The fields of `value` when it is a node with this tag, else undefined. */
export function as(value, tag) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = value[tag];
    return typeof fields === 'object' && fields !== null && tagOf(value) === tag ? fields : undefined;
}
/** A list field; an absent list is empty. */
export function list(value) {
    return Array.isArray(value) ? value : [];
}
/** A struct field without tag. */
export function struct(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** A text field; absent is ''. */
export function text(value) {
    return typeof value === 'string' ? value : '';
}
/** A number field; absent is 0. */
export function number(value) {
    return typeof value === 'number' ? value : 0;
}
/** The names in a list of String nodes: a qualified name, column aliases. Anything else in the list becomes '*'. */
export function names(value) {
    return list(value).map((item) => {
        const fields = as(item, 'String');
        return fields === undefined ? '*' : text(fields.sval);
    });
}
/** Where a node stands in the text, as a byte offset into what was parsed; undefined where the grammar keeps none. */
export function locationOf(fields) {
    const location = fields.location;
    return location === undefined ? 0 : typeof location === 'number' && location >= 0 ? location : undefined;
}
/**
 * Calls `visit` for every node below and including `value`, parents first, with the tag ('' for a bare struct whose kind
 * is not listed above). What is below a node is skipped when `visit` returns false.
 */
export function walk(value, visit) {
    walkSlot(value, '', visit);
}
function walkSlot(value, field, visit) {
    if (typeof value !== 'object' || value === null)
        return;
    if (Array.isArray(value)) {
        for (const item of value)
            walkSlot(item, '', visit);
        return;
    }
    const tag = tagOf(value);
    const fields = tag === undefined ? value : value[tag];
    const kind = tag ?? (typeof fields.relname === 'string' ? 'RangeVar' : bareStructs[field]);
    if (visit(kind ?? '', fields) === false)
        return;
    for (const key in fields)
        walkSlot(fields[key], key, visit);
}
//# sourceMappingURL=walk.js.map