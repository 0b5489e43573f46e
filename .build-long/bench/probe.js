process.on('message', (question) => {
    const { user, system } = process.cpuUsage();
    if (question === 'memory') {
        globalThis.gc?.();
        globalThis.gc?.();
    }
    const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
    const usage = { cpu: user + system, memory: heapUsed + arrayBuffers, rss };
    process.send?.(usage);
});
// The program decides when the process ends.
process.channel?.unref();
export {};
//# sourceMappingURL=probe.js.map