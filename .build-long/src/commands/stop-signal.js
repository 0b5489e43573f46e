/** Waits for the first signal that asks the process to end; from then on a second one ends it at once. */
export function stopSignal(signals = ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let resolve;
    const received = new Promise((settle) => {
        resolve = settle;
    });
    const listener = (signal) => {
        forget();
        resolve(signal);
    };
    const forget = () => {
        for (const signal of signals)
            process.off(signal, listener);
    };
    for (const signal of signals)
        process.on(signal, listener);
    return { received, forget };
}
//# sourceMappingURL=stop-signal.js.map