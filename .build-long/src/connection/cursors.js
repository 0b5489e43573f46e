import { PgsealError } from '../errors.js';
/** The client's cursors over sealed columns. An entry may outlive its cursor: the server then has no such cursor. */
export class Cursors {
    #byName = new Map();
    get(name) {
        return this.#byName.get(name);
    }
    /** Enters a cursor; gives back what undoes it. */
    set(cursor) {
        const { name } = cursor.declares;
        const before = this.#byName.get(name);
        this.#byName.set(name, cursor);
        return () => {
            if (before === undefined)
                this.#byName.delete(name);
            else
                this.#byName.set(name, before);
        };
    }
    /** CLOSE name; '*' is CLOSE ALL. Gives back what undoes it. */
    close(name) {
        const before = [...this.#byName].filter(([known]) => name === '*' || known === name);
        for (const [known] of before)
            this.#byName.delete(known);
        return () => {
            for (const [known, cursor] of before)
                if (!this.#byName.has(known))
                    this.#byName.set(known, cursor);
        };
    }
    /** The end of a transaction: cursors without HOLD go, and after ROLLBACK those that it declared. */
    endTransaction(committed) {
        for (const [name, cursor] of this.#byName) {
            if (committed && cursor.declares.hold)
                cursor.held = true;
            else if (!cursor.held)
                this.#byName.delete(name);
        }
    }
}
const constantKeys = new WeakMap();
/** The key under which a FETCH of this plan may find constants. */
export function constantKeyOf(plan) {
    return constantKeys.get(plan);
}
/** The plan of a FETCH: the very plan where no cursor over sealed columns is known by the name. */
export function planFetch(link, plan, fetch) {
    const name = plan.fetches ?? '';
    const cursor = link.prepared.cursors.get(name);
    if (cursor !== undefined)
        return fetchPlan(plan, fetch, cursor);
    const portal = link.prepared.portals.get(name);
    if (portal?.plan.kind !== 'sealed' || portal.plan.results?.some((result) => result !== undefined) !== true)
        return plan;
    if (portal.many !== undefined || portal.plan.effects.statement !== 'SelectStmt') {
        const error = new PgsealError('shapeNotServed', { shape: 'FETCH of a portal that writes' });
        return { kind: 'refused', effects: plan.effects, error };
    }
    const declares = { ...portal.plan, name, binary: false, hold: false };
    return fetchPlan(plan, fetch, { plan: portal.plan, declares, constantKey: portal.constantKey });
}
function fetchPlan(plan, fetch, { plan: fetched, declares, constantKey }) {
    const { results, hidden, opens, usesSettings, binary } = declares;
    const made = {
        kind: 'sealed',
        effects: { ...declares.effects, statement: plan.effects.statement },
        text: fetch.text,
        edits: [],
        parameters: [],
        clientParameters: [],
        results,
        hidden,
        rows: 0,
        records: [],
        evaluates: undefined,
        usesSettings,
        after: [],
        fetched,
        ...(binary ? { binary: true } : {}),
        seals: [],
        searches: [],
        opens,
    };
    if (constantKey !== undefined)
        constantKeys.set(made, constantKey);
    return made;
}
/** Enters the cursor of a DECLARE that was sent as `owed`. */
export function enterCursor(link, plan, constantKey, owed) {
    const { declares } = plan;
    if (declares !== undefined)
        owed.addUndo(link.prepared.cursors.set({ plan, declares, constantKey, held: false }));
}
/** A cursor of SQL gives its rows in the format that DECLARE says: in text nothing could be opened. */
export function refuseCursorPortal(link, name) {
    if (link.prepared.cursors.get(name) === undefined || link.prepared.portals.has(name))
        return;
    throw new PgsealError('shapeNotServed', { shape: 'Execute and Describe of a cursor that DECLARE made' });
}
//# sourceMappingURL=cursors.js.map