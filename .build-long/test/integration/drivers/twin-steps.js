import assert from 'node:assert/strict';
async function answer(client, run) {
    try {
        return { value: await run(client) };
    }
    catch (error) {
        const { code, message } = error;
        // A failure of the driver or the test itself has no SQLSTATE, and is no answer.
        if (code === undefined || !/^[0-9A-Z]{5}$/.test(code))
            throw error;
        return { code, message };
    }
}
/** Runs each step on both; the proxy must answer what the plain twin answers. */
export async function servedSteps(sealed, plain, steps) {
    for (const [name, run] of steps) {
        const [got, expected] = [await answer(sealed, run), await answer(plain, run)];
        assert.deepEqual(got.value, expected.value, `${name}: ${got.code ?? ''} ${got.message ?? ''}`);
        assert.equal(got.code, expected.code, `${name}: ${got.message}`);
    }
}
/** Runs each step on the proxy alone: 0A000 with a message that holds `naming`, and the client goes on. */
export async function refusedSteps(sealed, steps) {
    for (const [naming, run] of steps) {
        const { code, message } = await answer(sealed, run);
        assert.equal(code, '0A000', `${naming}: ${message}`);
        assert.ok(message.includes(naming), `${naming}: ${message}`);
    }
}
//# sourceMappingURL=twin-steps.js.map