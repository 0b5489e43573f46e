// Every text that analysis makes for the server must be one that PostgreSQL accepts with the declared types, and must give
// sealed types exactly where the plan says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FixtureServer } from './fixture-server.js';
import { planOf, readCases, vectorFiles } from './vectors.js';
let server;
before(async () => {
    server = await FixtureServer.start('accepted');
});
after(async () => {
    await server?.close();
});
for (const file of vectorFiles()) {
    for (const one of readCases(file)) {
        const plan = planOf(one);
        if (plan.kind !== 'sealed')
            continue;
        test(`${file}: ${one.name}`, async () => {
            const { error, fields } = await server.describe(plan.text, server.declaredOids(plan));
            assert.equal(error, undefined, `${plan.text.toString()}\n${JSON.stringify(error)}`);
            server.checkResults(plan.results, fields);
            if (plan.many === undefined)
                return;
            const made = await server.describeMany(plan, plan.many);
            assert.equal(made.error, undefined, `${plan.many.update.toString()}\n${JSON.stringify(made.error)}`);
            server.checkResults(plan.results, made.fields);
            assert.deepEqual(made.fields?.map(({ name }) => name), fields?.map(({ name }) => name));
        });
    }
}
//# sourceMappingURL=accepted-by-server.test.js.map