import { as, list, names as strings, text, walk } from './walk.js';
/**
 * Every unqualified relation name in a statement, as the parser folded it, without repeats: tables in all positions, row
 * types, CTE names, the table that a CREATE makes, and what DROP, COMMENT and OWNED BY name as lists of strings.
 * Names inside string literals ('users'::regclass, function bodies) are not among them.
 */
export function namesOf(statement) {
    const found = new Set();
    walk(statement, (tag, fields) => {
        if (typeof fields.relname === 'string' && typeof fields.schemaname !== 'string')
            found.add(fields.relname);
        if (typeof fields.ctename === 'string')
            found.add(fields.ctename);
        if (Array.isArray(fields.names))
            addTypeName(fields, found);
        if (tag === 'DropStmt')
            for (const object of list(fields.objects))
                addObject(object, text(fields.removeType), found);
        if (tag === 'CommentStmt' || tag === 'SecLabelStmt' || tag === 'AlterExtensionContentsStmt') {
            addObject(fields.object, text(fields.objtype), found);
        }
        if (tag === 'DefElem' && fields.defname === 'owned_by')
            addPath(fields.arg, 1, found);
        return true;
    });
    return [...found];
}
/** How many strings after the relation's own name an object of this kind is named by; undefined when by no relation. */
export function partsAfterRelation(kind) {
    if (relationKinds.has(kind))
        return 0;
    return partKinds.has(kind) ? 1 : undefined;
}
const relationKinds = new Set([
    'OBJECT_TABLE',
    'OBJECT_VIEW',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
    'OBJECT_SEQUENCE',
    'OBJECT_INDEX',
]);
const partKinds = new Set(['OBJECT_COLUMN', 'OBJECT_POLICY', 'OBJECT_TRIGGER', 'OBJECT_RULE', 'OBJECT_TABCONSTRAINT']);
function addObject(object, kind, found) {
    const parts = partsAfterRelation(kind);
    if (parts !== undefined)
        addPath(object, parts, found);
}
/** A List of strings names a relation and then `parts` strings more: unqualified when the relation's name is the first. */
function addPath(object, parts, found) {
    const path = strings(as(object, 'List')?.items);
    if (path.length === 1 + parts)
        found.add(path[0]);
}
function addTypeName(fields, found) {
    const path = strings(fields.names);
    if (fields.pct_type === true && path.length === 2)
        found.add(path[0]);
    if (fields.pct_type === true || path.length !== 1)
        return;
    found.add(path[0]);
    // The array type of a row type is named with an underscore in front.
    if (path[0].startsWith('_'))
        found.add(path[0].slice(1));
}
//# sourceMappingURL=names.js.map