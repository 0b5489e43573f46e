const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** `30s`, `5m`, `1h` in milliseconds; undefined for anything else, zero included. */
export function parseDuration(text) {
    const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
    const milliseconds = match === null ? 0 : Number(match[1]) * units[match[2]];
    return milliseconds > 0 ? milliseconds : undefined;
}
//# sourceMappingURL=duration.js.map