import pg from 'pg';
/** `name` becomes part of the names of database and roles. The client may use schema public. */
export async function createOwnedDatabase(server, name) {
    const database = await server.createDatabase(name);
    const role = (suffix) => `${database.name}_${suffix}`;
    await runAs(server.url, [
        ...['owner', 'client', 'control'].map((suffix) => `create role ${role(suffix)} login`),
        `alter database ${database.name} owner to ${role('owner')}`,
    ]);
    await runAs(database.url, [
        `alter schema public owner to ${role('owner')}`,
        `grant usage, create on schema public to ${role('client')}`,
    ]);
    const urlOf = (suffix) => {
        const url = new URL(database.url);
        url.username = role(suffix);
        return url.href;
    };
    return {
        superuserUrl: database.url,
        ownerUrl: urlOf('owner'),
        clientUrl: urlOf('client'),
        controlUrl: urlOf('control'),
        control: role('control'),
    };
}
/** Runs statements on a connection of its own, each by itself; gives the rows of the last one. */
export async function runAs(url, statements) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        let rows = [];
        for (const statement of statements)
            rows = (await client.query(statement)).rows;
        return rows;
    }
    finally {
        await client.end();
    }
}
//# sourceMappingURL=owned-database.js.map