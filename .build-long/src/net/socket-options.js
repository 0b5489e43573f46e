/**
 * Both legs alike. Small messages leave at once; a dead peer is noticed by keepalive (pitfall A67). The high-water mark is
 * above the 64 KB that Node reads at a time, so that one chunk passed on does not stop the other side by itself.
 */
export const socketOptions = {
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
    allowHalfOpen: false,
    highWaterMark: 256 * 1024,
};
//# sourceMappingURL=socket-options.js.map