import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseColumnType } from '../../src/config/column-type.js';
// Modifiers as `select atttypmod` gives them on PostgreSQL 15 and 18.
const types = [
    ['text', 'text', -1],
    ['TEXT', 'text', -1],
    ['boolean', 'bool', -1],
    ['int', 'int4', -1],
    ['smallint', 'int2', -1],
    ['bigint', 'int8', -1],
    ['real', 'float4', -1],
    ['double  precision', 'float8', -1],
    ['float(24)', 'float4', -1],
    ['float(25)', 'float8', -1],
    ['varchar', 'varchar', -1],
    ['varchar(20)', 'varchar', 24],
    ['varchar ( 20 )', 'varchar', 24],
    ['character varying(20)', 'varchar', 24],
    ['char', 'bpchar', 5],
    ['char(3)', 'bpchar', 7],
    ['character(3)', 'bpchar', 7],
    ['bpchar', 'bpchar', -1],
    ['numeric', 'numeric', -1],
    ['numeric(10)', 'numeric', 655364],
    ['numeric(10,2)', 'numeric', 655366],
    ['decimal(5, -2)', 'numeric', 329730],
    ['uuid', 'uuid', -1],
    ['date', 'date', -1],
    ['time', 'time', -1],
    ['time(3)', 'time', 3],
    ['timestamp', 'timestamp', -1],
    ['timestamp(0) without time zone', 'timestamp', 0],
    ['timestamp with time zone', 'timestamptz', -1],
    ['timestamp(3) with time zone', 'timestamptz', 3],
    ['timestamptz(6)', 'timestamptz', 6],
    ['interval', 'interval', -1],
    ['interval(3)', 'interval', 2147418115],
    ['json', 'json', -1],
    ['jsonb', 'jsonb', -1],
    ['bytea', 'bytea', -1],
];
test('types are read as SQL spells them', () => {
    for (const [text, type, typmod] of types)
        assert.deepEqual(parseColumnType(text), { type, typmod }, text);
});
test('what is not such a type is refused with a reason', () => {
    const refused = [
        ['varchr(20)', /type "varchr\(20\)"/],
        ['timestampz', /did you mean "timestamp"|did you mean "timestamptz"/],
        ['text[]', /^arrays cannot be sealed$/],
        ['int array', /^arrays cannot be sealed$/],
        ['time with time zone', /^cannot seal columns of type "time with time zone"/],
        ['interval year to month', /^cannot seal/],
        ['citext', /^cannot seal/],
        ['', /^cannot seal columns of type/],
        ['varchar(0)', /between 1 and 10485760$/],
        ['varchar(20', /^cannot seal/],
        ['varchar(a)', /^expected whole numbers/],
        ['varchar(1,2)', /too many modifiers$/],
        ['varchar with time zone', /^cannot seal/],
        ['varchar(20) varying', /^cannot seal/],
        ['double(5) precision', /^cannot seal/],
        ['numeric(1001)', /between 1 and 1000$/],
        ['numeric(5,1001)', /between -1000 and 1000$/],
        ['timestamp(7)', /between 0 and 6$/],
        ['text(5)', /takes no modifier$/],
        ['real(5)', /takes no modifier$/],
        ['constructor', /^cannot seal/],
    ];
    for (const [text, pattern] of refused) {
        const result = parseColumnType(text);
        assert.ok('problem' in result, text);
        assert.match(result.problem, pattern, text);
    }
});
//# sourceMappingURL=column-type.test.js.map