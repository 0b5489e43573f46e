import { unwatchFile, watchFile } from 'node:fs';
/** Between looks at the file. */
const watchMilliseconds = 2_000;
/**
 * Calls `reload` on SIGHUP and when the file changes, one call at a time: what comes meanwhile is one more. Gives the
 * function that ends it.
 */
export function watchMap(file, reload) {
    let running = false;
    let again = false;
    const run = async () => {
        again = true;
        if (running)
            return;
        running = true;
        while (again) {
            again = false;
            await reload();
        }
        running = false;
    };
    const changed = () => void run();
    process.on('SIGHUP', changed);
    watchFile(file, { interval: watchMilliseconds, persistent: false }, changed);
    return () => {
        process.off('SIGHUP', changed);
        unwatchFile(file, changed);
    };
}
//# sourceMappingURL=watch-map.js.map