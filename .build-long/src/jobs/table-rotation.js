import { addJob, advanceJob, endJob, enterPhase, openJob, } from '../control/job-table.js';
import { PgsealError } from '../errors.js';
import { keyIdBytes, keyIdText } from '../keys/key-id.js';
import { keySource } from '../seal/envelope.js';
import { inTransaction } from './in-transaction.js';
import { rewrapValues, rotateValues, verifyValues, } from './move-values.js';
import { pause } from './pace.js';
import { exchangeRows, firstPageRows, nextPageRows } from './row-exchange.js';
const maxFailuresShown = 10;
/** Passes of everything, moving and verifying, when proxies keep sealing under old keys. */
const maxRounds = 3;
class Stopped extends Error {
}
/** Moves one table's values to other keys: see `runRotation`. The table's lock is held. */
export async function rotateTable(run, target) {
    return new TableRotation(run, target).run();
}
/** One run of a job. Everything it needs to go on after a kill is in pgseal.jobs. */
class TableRotation {
    #run;
    #target;
    #failures = [];
    #job;
    #resumed = false;
    #old = new Set();
    #movedRows = 0;
    #movingMs = 0;
    #verifiedRows;
    constructor(run, target) {
        this.#run = run;
        this.#target = target;
    }
    async run() {
        await this.#begin();
        try {
            let resting = 0;
            for (let round = 1; round <= maxRounds; round++) {
                if (this.#job.phase === 'moving') {
                    await this.#move();
                    if (this.#run.verify)
                        await this.#enter('verifying', this.#job.pass);
                }
                if (this.#run.verify)
                    await this.#verify();
                resting = await this.#countResting();
                if (resting === 0 || round === maxRounds)
                    break;
                await this.#enter('moving', this.#job.pass + 1);
            }
            const { valuesFailed } = (await openJob(this.#run.session, this.#target.relation));
            await endJob(this.#run.session, this.#job.id, 'done');
            return await this.#report(resting === 0 && valuesFailed === 0 ? 'done' : 'incomplete', resting);
        }
        catch (error) {
            if (error instanceof Stopped)
                return this.#report('stopped', undefined);
            throw error;
        }
    }
    async #begin() {
        const { session, kind } = this.#run;
        const { relation, labels, table } = this.#target;
        const wanted = { kind, labels, target: this.#targetText() };
        const open = await openJob(session, relation);
        if (open !== undefined) {
            const same = JSON.stringify([open.kind, open.labels, open.target]) === JSON.stringify(Object.values(wanted));
            if (same) {
                this.#job = open;
                this.#resumed = true;
            }
            else {
                await endJob(session, open.id, 'given up');
            }
        }
        if (!this.#resumed) {
            const oldKeys = kind === 'rotate' ? await this.#keysBefore() : [];
            this.#job = await addJob(session, { ...wanted, tableName: table.mapName, relation, oldKeys });
        }
    }
    /** Equal for two runs that move values to the same keys. */
    #targetText() {
        const arns = new Map(this.#run.keyRing.status().map(({ name, arn }) => [name, arn]));
        return JSON.stringify([...this.#target.namedKeys].sort().map((name) => {
            const { kms, dataKeys, context, tenants } = this.#run.keys.get(name);
            const pairs = Object.entries(context).sort();
            return [
                name,
                kms,
                arns.get(name),
                dataKeys,
                pairs,
                tenants === undefined ? null : [[...tenants.keys], tenants.alias ?? null],
            ];
        }));
    }
    /** Keys of the past, when the job begins: all but the row of a KMS key that new data keys are made under. */
    async #keysBefore() {
        const before = [];
        for (const row of await this.#run.keyTable.all()) {
            if (!this.#target.namedKeys.has(row.namedKey) || row.kind === 'index')
                continue;
            const perRow = this.#run.keys.get(row.namedKey).dataKeys === 'per-row';
            if (!(perRow && row.kind === 'kms' && (await this.#run.keyRing.isPresent(row))))
                before.push(row.id);
        }
        return before;
    }
    /** Keys on which nothing may rest in the end. More may have come: a proxy with an older map goes on for a while. */
    async #readOld() {
        const old = new Set(this.#job.oldKeys);
        for (const row of await this.#run.keyTable.all()) {
            if (!this.#target.namedKeys.has(row.namedKey) || row.kind === 'index')
                continue;
            // Wrapped branch keys are moved by their rows.
            if (row.kind === 'branch' && this.#run.kind === 'rewrap')
                continue;
            if (!(await this.#run.keyRing.isPresent(row)))
                old.add(row.id);
        }
        this.#old = old;
    }
    /** A pass over everything, then passes over what rests on old keys, until nothing does or nothing more can be done. */
    async #move() {
        const patience = Math.max(...[...this.#target.namedKeys].map((name) => this.#run.keys.get(name).cache.maxAgeMs));
        let deadline;
        for (;;) {
            await this.#readOld();
            const { found, moved } = await this.#movePass();
            if (this.#job.pass > 1) {
                // Found again and again: written meanwhile by proxies that keep their branch keys for so long.
                deadline ??= performance.now() + patience + 30_000;
                if (found === 0 || moved === 0 || performance.now() > deadline)
                    return;
                await pause(Math.min(1000, patience / 4), this.#run.signal);
            }
            await this.#enter('moving', this.#job.pass + 1);
        }
    }
    async #movePass() {
        const started = performance.now();
        const { pass } = this.#job;
        // Values under the present KMS key show no age, so the first pass of a rotation seals all of them anew.
        const mustMove = (source, keyId) => (pass === 1 && source === keySource.kms) || this.#old.has(keyIdText(keyId));
        const counts = { found: 0, moved: 0 };
        const filtered = pass > 1 || this.#run.kind === 'rewrap';
        try {
            await this.#eachPage('move', filtered, async (member, rows, position) => {
                counts.found += rows.length;
                const moved = await this.#movePage(member, rows, position, mustMove);
                counts.moved += moved;
                this.#movedRows += moved;
            });
        }
        finally {
            this.#movingMs += performance.now() - started;
        }
        return counts;
    }
    /** Gives the number of rows that got new values. */
    async #movePage(member, rows, position, mustMove) {
        const { session } = this.#run;
        const made = await this.#make(member, rows, mustMove);
        const failed = made.reduce((sum, { failures }) => sum + failures.length, 0);
        this.#note(made);
        const wanted = [...made.keys()].filter((row) => made[row].moved > 0);
        const step = (done) => ({ position, rows: rows.length, moved: done, failed });
        if (wanted.length === 0) {
            await advanceJob(session, this.#job.id, step(0));
            return 0;
        }
        let values = 0;
        const left = await inTransaction(session, async () => {
            const done = await exchangeRows(this.#run, member, rows, made, wanted);
            for (const row of done)
                values += made[row].moved;
            const rest = wanted.filter((row) => !done.has(row));
            if (rest.length === 0)
                await advanceJob(session, this.#job.id, step(values));
            return rest;
        });
        if (left.length === 0)
            return wanted.length;
        // A client changed these rows, or holds them: each again by itself, so that nobody waits for more than one.
        let again = 0;
        for (const row of left) {
            const more = await this.#moveOne(member, rows[row], mustMove);
            values += more;
            if (more > 0)
                again += 1;
        }
        await advanceJob(session, this.#job.id, step(values));
        return wanted.length - left.length + again;
    }
    #make(member, rows, mustMove) {
        const mover = { keyRing: this.#run.keyRing, columns: member.columns, identityOf: member.identityOf };
        return this.#run.kind === 'rotate' ? rotateValues(mover, rows, mustMove) : rewrapValues(mover, rows);
    }
    /** One row under its lock; gives how many of its values were moved. Waits for a client that holds it, within bounds. */
    async #moveOne(member, row, mustMove) {
        const { session, patienceMs, signal } = this.#run;
        const key = member.key.map((_, at) => row[`k${at}`]);
        for (const deadline = performance.now() + patienceMs;;) {
            try {
                return await inTransaction(session, async () => {
                    await session.query("select pg_catalog.set_config('lock_timeout', '2s', true)");
                    const present = await session.query(member.statements.lock, key);
                    if (present.length === 0)
                        return 0;
                    const made = await this.#make(member, present, mustMove);
                    if (made[0].moved === 0)
                        return 0;
                    const done = await exchangeRows(this.#run, member, present, made, [0]);
                    if (!done.has(0))
                        throw new PgsealError('rotationRowKept', { table: this.#target.table.mapName });
                    return made[0].moved;
                });
            }
            catch (error) {
                const { code } = error;
                if (code !== '55P03' && code !== '40P01' && code !== '40001')
                    throw error;
                if (signal?.aborted === true)
                    throw new Stopped();
                if (performance.now() > deadline) {
                    throw new PgsealError('rotationBlocked', { table: this.#target.table.mapName });
                }
            }
        }
    }
    async #verify() {
        const { session, keyRing } = this.#run;
        this.#verifiedRows = 0;
        // A row whose other values were moved is somewhere else by now.
        this.#failures.length = 0;
        await this.#eachPage('verify', false, async (member, rows, position) => {
            const mover = { keyRing, columns: member.columns, identityOf: member.identityOf };
            const { failures } = await verifyValues(mover, rows);
            this.#note([{ failures }]);
            this.#verifiedRows += rows.length;
            await advanceJob(session, this.#job.id, { position, rows: rows.length, moved: 0, failed: failures.length });
        });
    }
    /** Pages of all members from where the job stands: those with values on old keys alone when `filtered`. */
    async #eachPage(phase, filtered, work) {
        const { session, pace, onProgress } = this.#run;
        const { table, estimatedRows } = this.#target;
        const old = [...this.#old].map(keyIdBytes);
        const start = this.#job.position;
        let seen = 0;
        for (const member of this.#target.members) {
            if (start !== undefined && member.oid < start.member)
                continue;
            let key = start?.member === member.oid ? start.key : undefined;
            for (let limit = firstPageRows;;) {
                if (this.#run.signal?.aborted === true)
                    throw new Stopped();
                const page = member.statements.page({ first: key === undefined, onKeys: filtered, limit });
                const rows = await session.query(page, [...(key ?? []), ...(filtered ? [old] : [])]);
                const last = rows.at(-1);
                if (last === undefined)
                    break;
                key = member.key.map((_, at) => last[`k${at}`]);
                const began = performance.now();
                await work(member, rows, { member: member.oid, key: key });
                seen += rows.length;
                onProgress({ phase, table: table.mapName, rows: seen, total: filtered ? -1 : estimatedRows });
                await pace.took(rows.length);
                limit = nextPageRows(limit, rows, performance.now() - began);
            }
        }
        this.#job = { ...this.#job, position: undefined };
    }
    async #countResting() {
        await this.#readOld();
        const ids = [...this.#old].map(keyIdBytes);
        let resting = 0;
        for (const member of this.#target.members) {
            const [row] = await this.#run.session.query(member.statements.count, [ids]);
            resting += row.n;
        }
        return resting;
    }
    async #enter(phase, pass) {
        await enterPhase(this.#run.session, this.#job.id, phase, pass);
        this.#job = { ...this.#job, phase, pass, position: undefined };
    }
    #note(made) {
        for (const failure of made.flatMap(({ failures }) => failures)) {
            const known = this.#failures.some(({ label, place }) => label === failure.label && place === failure.place);
            if (!known && this.#failures.length < maxFailuresShown)
                this.#failures.push(failure);
        }
    }
    async #report(outcome, resting) {
        const [counts] = await this.#run.session.query('select values_moved::float8 as moved, values_failed::float8 as failed from pgseal.jobs where id = $1', [this.#job.id]);
        return {
            table: this.#target.table.mapName,
            labels: this.#target.labels,
            job: this.#job.id,
            resumed: this.#resumed,
            outcome,
            valuesMoved: counts?.moved ?? 0,
            valuesFailed: counts?.failed ?? 0,
            failures: this.#failures,
            resting,
            verifiedRows: this.#verifiedRows,
            movedRows: this.#movedRows,
            movingSeconds: this.#movingMs / 1000,
        };
    }
}
//# sourceMappingURL=table-rotation.js.map