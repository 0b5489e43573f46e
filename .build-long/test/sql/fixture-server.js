// The fixture tables on a real server, with the sealed types as `apply` makes them.
import assert from 'node:assert/strict';
import { openDatabase } from '../../src/control/database.js';
import { physicalTypeName } from '../../src/control/physical-type.js';
import { missingSchema, readSchemaFacts } from '../../src/control/schema.js';
import { comesAsArray } from '../../src/sql/nested.js';
import { typeNumbers } from '../../src/types/logical-type.js';
import { describeStatement, parse, sync } from '../support/client-messages.js';
import { sharedPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
import { relations } from './fixture-catalog.js';
export class FixtureServer {
    #client;
    #typeOids;
    #arrayOids;
    constructor(client, typeOids, arrayOids) {
        this.#client = client;
        this.#typeOids = typeOids;
        this.#arrayOids = arrayOids;
    }
    static async start(databaseName) {
        const server = await sharedPostgres();
        const { name, url } = await server.createDatabase(databaseName);
        const database = openDatabase(url, 1);
        const sealed = relations.flatMap((relation) => relation.columns.flatMap((column) => (column.mapped?.physical === undefined ? [] : [column.mapped])));
        const types = sealed.map((mapped) => ({ logicalType: mapped.logical.name, terms: mapped.column.terms }));
        for (const statement of missingSchema(await readSchemaFacts(database), types))
            await database.query(statement);
        const rows = await database.query("select typname, oid::int4 as oid from pg_type where typnamespace = 'pgseal'::regnamespace");
        const typeOids = new Map(rows.map((row) => [String(row.typname), Number(row.oid)]));
        const arrays = await database.query('select oid::int4 as oid, typarray::int4 as typarray from pg_type where typarray <> 0');
        const arrayOids = new Map(arrays.map((row) => [Number(row.oid), Number(row.typarray)]));
        await database.close();
        const client = await WireClient.connect({ host: server.host, port: server.port, user: server.user, database: name });
        for (const statement of fixtureStatements()) {
            const { error } = await client.query(statement);
            assert.equal(error, undefined, statement);
        }
        return new FixtureServer(client, typeOids, arrayOids);
    }
    async describe(text, oids) {
        const messages = await this.#client.exchange([parse(text, { oids }), describeStatement(), sync()]);
        const error = messages.find((message) => message.type === 'ErrorResponse');
        const description = messages.find((message) => message.type === 'RowDescription');
        return {
            error: error?.type === 'ErrorResponse' ? error.fields : undefined,
            fields: description?.type === 'RowDescription' ? description.fields : undefined,
        };
    }
    #resultOid({ nested, origins, logical }) {
        const physical = this.#physicalOid(origins[0]);
        if (nested === undefined)
            return physical;
        if (comesAsArray(nested.form))
            return this.#arrayOids.get(physical);
        return typeNumbers[logical.name].oid;
    }
    /** Sealed types stand in the result exactly where the plan says. */
    checkResults(results, fields) {
        assert.equal(results === undefined, fields === undefined, 'returns rows');
        const sealed = new Set(this.#typeOids.values());
        fields?.forEach(({ typeOid }, at) => {
            const result = results?.[at];
            if (result === undefined)
                assert.ok(!sealed.has(typeOid), `column ${at + 1} is sealed`);
            else
                assert.equal(typeOid, this.#resultOid(result), `column ${at + 1}`);
        });
        assert.ok((results?.length ?? 0) <= (fields?.length ?? 0), 'number of columns');
    }
    declaredOids(plan) {
        return plan.parameters.map((parameter) => this.#declaredOid(parameter));
    }
    /** Both statements of an UPDATE of many rows, the second with arrays of what the first gives. */
    async describeMany(plan, many) {
        const declared = this.declaredOids(plan);
        const select = await this.describe(many.select, many.selectParameters.map((index) => declared[index]));
        if (select.error !== undefined)
            return select;
        const arrayOf = (oid) => this.#arrayOids.get(oid) ?? 0;
        return await this.describe(many.update, many.updateParameters.map(({ from, index }) => {
            if (from === 'parameter')
                return declared[index];
            return arrayOf(from === 'column' ? select.fields[index].typeOid : declared[index]);
        }));
    }
    #declaredOid(parameter) {
        switch (parameter.role) {
            case 'plain':
            case 'unused':
            case 'given':
                return parameter.declaredOid;
            case 'evaluated':
                return parameter.typeOid;
            case 'term':
                return parameter.operand.array ? 1001 : 17;
            case 'ordinal':
                return parameter.operand.array ? 1007 : 23;
            case 'null-test':
                return 17;
            case 'seal':
            case 'constant':
                return this.#physicalOid(parameter.target);
        }
    }
    #physicalOid(mapped) {
        return this.#typeOids.get(physicalTypeName({ logicalType: mapped.logical.name, terms: mapped.column.terms }));
    }
    close() {
        return this.#client.close();
    }
}
function fixtureStatements() {
    const statements = ['create schema other', 'create table nowhere (id int4)'];
    for (const relation of relations) {
        const name = `${relation.schema}.${relation.name}`;
        if (relation.kind === 'v') {
            const columns = relation.columns.map((column) => column.name).join(', ');
            // What cannot exist on sealed columns is refused by PostgreSQL itself.
            if (relation.name !== 'v_bad')
                statements.push(`create view ${name} (${columns}) as ${relation.viewDefinition}`);
            continue;
        }
        const columns = relation.columns.map((column) => {
            const mapped = column.mapped;
            const type = mapped?.physical === undefined
                ? (mapped?.logical.name ?? typeNames[column.typeOid])
                : `pgseal.${physicalTypeName({ logicalType: mapped.logical.name, terms: mapped.column.terms })}`;
            return `${column.name} ${type}`;
        });
        const partition = relation.kind === 'p' ? ' partition by range (id)' : '';
        statements.push(`create table ${name} (${columns.join(', ')})${partition}`);
    }
    statements.push('create unique index on users (id)', 'create unique index on users (((email).eq))', 'create unique index on orders (user_id, ((contact).eq))', "create function myfunc(text) returns text language sql as 'select $1'");
    return statements;
}
const typeNames = { 20: 'int8', 23: 'int4', 25: 'text', 1700: 'numeric' };
//# sourceMappingURL=fixture-server.js.map