/** Runs `work` in a transaction of a session that is held: commits when it resolves, rolls back when it rejects. */
export async function inTransaction(session, work) {
    await session.query('begin');
    try {
        const result = await work();
        await session.query('commit');
        return result;
    }
    catch (error) {
        await session.query('rollback').catch(() => undefined);
        throw error;
    }
}
//# sourceMappingURL=in-transaction.js.map