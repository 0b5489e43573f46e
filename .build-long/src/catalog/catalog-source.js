import { setInterval } from 'node:timers';
import { buildCatalog, indexKeysOf, readSystemCatalog } from './build-catalog.js';
import { catalogQuery, catalogQueryColumns, fingerprintQuery, systemCatalogQuery } from './catalog-query.js';
export function createCatalogSource(options) {
    const { database, tables } = options;
    const query = catalogQuery(tables);
    const fingerprint = fingerprintQuery(tables.length > 0);
    const listeners = new Set();
    let system;
    let current;
    let lastFingerprint = '';
    let epoch = 0;
    let keysLoaded = true;
    let keysLoading = false;
    let timer;
    let running;
    let queued;
    let ticking = false;
    async function load() {
        system ??= readSystemCatalog(await texts(database, systemCatalogQuery, 4));
        const read = await database.transaction(async (session) => {
            // The fingerprint first: a change in between makes the timer read once more, never once too few.
            const [row] = await session.query(fingerprint);
            return {
                fingerprint: row.fingerprint,
                registered: tables.length === 0 ? [] : await options.readRegisteredColumns(session),
                texts: await texts(session, query, catalogQueryColumns.length),
            };
        });
        const content = JSON.stringify([read.texts, read.registered]);
        lastFingerprint = read.fingerprint;
        if (current?.content === content) {
            return current.catalog;
        }
        const catalog = buildCatalog({ system, texts: read.texts, registered: read.registered, tables, epoch: ++epoch });
        // While the key service is known to be in trouble nobody who waits for the catalog waits for it too.
        if (keysLoaded)
            await loadKeys(catalog);
        current = { catalog, texts: read.texts, registered: read.registered, content };
        for (const listener of listeners)
            listener(catalog);
        return catalog;
    }
    async function loadKeys(catalog) {
        if (options.loadIndexKeys === undefined)
            return;
        keysLoading = true;
        try {
            await options.loadIndexKeys(indexKeysOf(catalog));
            keysLoaded = true;
        }
        catch (error) {
            keysLoaded = false;
            options.onError?.(error);
        }
        finally {
            keysLoading = false;
        }
    }
    // A load that is under way may have read before the caller's DDL committed, so the caller waits for the one after it,
    // which all callers share.
    function refresh() {
        if (running === undefined) {
            running = load().finally(() => {
                running = undefined;
            });
            return running;
        }
        queued ??= running
            .catch(() => undefined)
            .then(() => {
            queued = undefined;
            return refresh();
        });
        return queued;
    }
    async function tick() {
        if (ticking || running !== undefined)
            return;
        ticking = true;
        try {
            const [row] = await database.query(fingerprint);
            if (row.fingerprint !== lastFingerprint)
                await refresh();
            if (!keysLoaded && !keysLoading)
                void loadKeys(held().catalog);
        }
        catch (error) {
            options.onError?.(error);
        }
        finally {
            ticking = false;
        }
    }
    function held() {
        if (current === undefined)
            throw new Error('the catalog was not read yet');
        return current;
    }
    return {
        query,
        queryColumns: catalogQueryColumns.length,
        start: async () => {
            const catalog = await refresh();
            const interval = options.interval ?? 5000;
            if (interval > 0)
                timer = setInterval(() => void tick(), interval).unref();
            return catalog;
        },
        current: () => held().catalog,
        refresh,
        refreshing: () => queued ?? running,
        privateCatalog: (given) => {
            const { catalog, texts: known, registered } = held();
            if (given.length === known.length && given.every((text, at) => text === known[at]))
                return catalog;
            return buildCatalog({ system: system, texts: given, registered, tables, epoch: ++epoch });
        },
        onChange: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        stop: () => {
            clearInterval(timer);
            listeners.clear();
        },
    };
}
async function texts(session, text, columns) {
    const [row] = await session.query(text);
    const values = Object.values(row ?? {});
    if (values.length !== columns)
        throw new Error('the catalog query gave an unexpected row');
    return values;
}
//# sourceMappingURL=catalog-source.js.map