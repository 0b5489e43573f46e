import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hasPsql } from '../net/login-attempts.js';
const files = ['../net/tls.test.js', '../net/tls-wire.test.js', '../net/scram.test.js'].map((file) => fileURLToPath(new URL(file, import.meta.url)));
/** The matrix of docs/tls.md, by the tests that hold each of its lines: which programs logged in, which failed closed. */
export const prove = async (print) => {
    print(`programs: pg, postgres${hasPsql ? ', psql' : ' (psql is not installed)'}`);
    let passed = 0;
    let others = 0;
    const events = run({ files, concurrency: 1 });
    for await (const event of events) {
        if (event.type !== 'test:pass' && event.type !== 'test:fail')
            continue;
        if (event.data.details.type === 'suite' || /\.test\.js$/.test(event.data.name))
            continue;
        const skipped = event.type === 'test:pass' && event.data.skip !== undefined;
        const holds = event.type === 'test:pass' && !skipped;
        if (holds)
            passed += 1;
        else
            others += 1;
        print(`${holds ? 'holds' : skipped ? 'not tried' : 'does not hold'}: ${event.data.name}`);
    }
    print(`${passed} hold, ${others} do not`);
    return passed > 0 && others === 0;
};
//# sourceMappingURL=ops-2.js.map