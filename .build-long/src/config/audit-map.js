// The keys `audit` and `alerts` of the map: how they are written, and what they mean when checked.
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './connection-url.js';
import { parseDuration } from './duration.js';
import { didYouMean } from './nearest-name.js';
const webhook = {
    url: z.string().min(1).describe('https, or http on loopback.'),
    headers: z.record(z.string(), z.string()).default({}).describe('Headers of each call, such as authorization.'),
    timeout: z.string().default('5s').describe('Of one call.'),
};
const action = z.enum(['alert', 'refuse']).default('alert').describe('refuse makes the rule a brake.');
export const auditSchema = z.strictObject({
    file: z.string().min(1).describe('JSON lines; relative to the map. One process writes it.'),
    rotateBytes: z
        .int()
        .min(4096)
        .default(64 * 1024 * 1024)
        .describe('A file this long is put aside as FILE.1, FILE.2 and on.'),
    keep: z.int().min(1).optional().describe('Files put aside that are kept; all when absent.'),
    key: z
        .strictObject({
        keyFile: z.string().min(1).optional().describe('Made by `pgseal audit --new-key`; each start moves it on.'),
        namedKey: z.string().min(1).optional().describe('A named key whose key service makes the seed of each start.'),
    })
        .describe('What makes the lines authentic: one of the two.'),
    anchors: z
        .strictObject({
        every: z
            .union([z.string(), z.int().min(1)])
            .default('1m')
            .describe('A duration, or a number of lines.'),
        to: z.enum(['kms', 'webhook']),
        namedKey: z.string().min(1).optional().describe('to: kms: the named key whose indexKeyId makes the MAC.'),
        url: webhook.url.optional(),
        headers: webhook.headers,
        timeout: webhook.timeout,
    })
        .optional()
        .describe('Where the MAC of the last line is put from time to time.'),
    jobs: z
        .strictObject({
        file: z.string().min(1).describe('JSON lines, another file than that of the proxy.'),
        key: z.strictObject({ keyFile: z.string().min(1).optional(), namedKey: z.string().min(1).optional() }),
    })
        .optional()
        .describe('The trail of apply, rotate, rewrap, shred and unseal; the other settings are those above.'),
    onFailure: z
        .enum(['refuse', 'continue'])
        .default('refuse')
        .describe('What becomes of statements whose lines cannot be written.'),
    records: z.int().min(0).max(1000).default(20).describe('Records listed in a line at most.'),
});
export const alertsSchema = z.strictObject({
    webhook: z.strictObject(webhook).optional().describe('Called for each alert.'),
    opened: z
        .array(z.strictObject({
        perMinute: z.int().min(1).describe('Values of one column that one user may open in a minute.'),
        users: z.array(z.string().min(1)).default([]).describe('Database users; all when absent.'),
        columns: z.array(z.string().min(1)).default([]).describe('Labels; all when absent.'),
        action,
    }))
        .default([]),
    failures: z
        .strictObject({ perMinute: z.int().min(1).describe('The nth failure to open of a user in a minute.'), action })
        .optional(),
    firstSeen: z
        .strictObject({
        known: z
            .array(z.string().min(1))
            .default([])
            .describe('Users that are no news; with refuse, all that are served.'),
        action,
    })
        .optional()
        .describe('A user that seals, opens or searches for the first time since the start.'),
    canaries: z
        .strictObject({ records: z.array(z.string().min(1)).min(1).describe('Records that nobody should read.'), action })
        .optional(),
});
/** `keys`: names of the map's named keys, with whether each can make MACs. */
export function checkAudit(raw, file, keys, refuse) {
    const absolute = (path) => resolve(dirname(file), path);
    const named = (path, name) => {
        const key = keys.get(name);
        if (key === undefined)
            refuse(path, `no key "${name}" below keys${didYouMean(name, keys.keys())}`);
        else if (!key.makesMacs)
            refuse(path, `key "${name}" makes no MACs: it needs indexKeyId`);
        return name;
    };
    const keyOf = ({ keyFile, namedKey }, path) => {
        if ((keyFile === undefined) === (namedKey === undefined))
            refuse(path, 'needs keyFile or namedKey');
        return namedKey === undefined
            ? { keyFile: absolute(keyFile ?? '') }
            : { namedKey: named([...path, 'namedKey'], namedKey) };
    };
    const { jobs } = raw;
    // A start of one would take the other's key away, and two processes would write one chain.
    if (jobs !== undefined && absolute(jobs.file) === absolute(raw.file)) {
        refuse(['audit', 'jobs', 'file'], 'is the file of the proxy: a trail has one writer');
    }
    const { keyFile } = raw.key;
    if (keyFile !== undefined && jobs?.key.keyFile !== undefined && absolute(jobs.key.keyFile) === absolute(keyFile)) {
        refuse(['audit', 'jobs', 'key', 'keyFile'], 'is that of the proxy: each start moves it on');
    }
    return {
        path: absolute(raw.file),
        rotateBytes: raw.rotateBytes,
        keep: raw.keep,
        key: keyOf(raw.key, ['audit', 'key']),
        jobs: jobs === undefined ? undefined : { path: absolute(jobs.file), key: keyOf(jobs.key, ['audit', 'jobs', 'key']) },
        anchors: raw.anchors === undefined ? undefined : checkAnchors(raw.anchors, named, refuse),
        onFailure: raw.onFailure,
        records: raw.records,
    };
}
function checkAnchors(raw, named, refuse) {
    const path = ['audit', 'anchors'];
    const ms = typeof raw.every === 'string' ? parseDuration(raw.every) : undefined;
    if (typeof raw.every === 'string' && ms === undefined) {
        refuse([...path, 'every'], 'expected a duration such as 30s, 5m or 1h, or a number of lines');
    }
    const every = typeof raw.every === 'number' ? { lines: raw.every } : { ms: ms ?? 0 };
    if (raw.to === 'kms') {
        if (raw.url !== undefined)
            refuse([...path, 'url'], 'applies to to: webhook');
        if (raw.namedKey === undefined)
            refuse([...path, 'namedKey'], 'to: kms needs the name of a key');
        return { every, to: { namedKey: raw.namedKey === undefined ? '' : named([...path, 'namedKey'], raw.namedKey) } };
    }
    if (raw.namedKey !== undefined)
        refuse([...path, 'namedKey'], 'applies to to: kms');
    if (raw.url === undefined)
        refuse([...path, 'url'], 'to: webhook needs a URL');
    return { every, to: { webhook: checkWebhook({ ...raw, url: raw.url ?? 'https://none' }, path, refuse) } };
}
export function checkAlerts(raw, labels, refuse) {
    raw.opened.forEach(({ columns }, index) => {
        for (const [at, label] of columns.entries()) {
            if (!labels.has(label)) {
                refuse(['alerts', 'opened', index, 'columns', at], `no column has the label "${label}"${didYouMean(label, labels)}`);
            }
        }
    });
    if (raw.firstSeen?.action === 'refuse' && raw.firstSeen.known.length === 0) {
        refuse(['alerts', 'firstSeen', 'known'], 'action: refuse serves known users alone, and none is known');
    }
    return {
        webhook: raw.webhook === undefined ? undefined : checkWebhook(raw.webhook, ['alerts', 'webhook'], refuse),
        opened: raw.opened,
        failures: raw.failures,
        firstSeen: raw.firstSeen,
        canaries: raw.canaries,
    };
}
function checkWebhook(raw, path, refuse) {
    const url = URL.canParse(raw.url) ? new URL(raw.url) : undefined;
    const plain = url?.protocol === 'http:';
    if (url === undefined || !/^https?:$/.test(url.protocol))
        refuse([...path, 'url'], 'expected an https URL');
    else if (plain && !isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')))
        refuse([...path, 'url'], 'http is for loopback: https elsewhere');
    else if (url.username !== '' || url.password !== '') {
        refuse([...path, 'url'], 'must not hold a user or password: use headers');
    }
    try {
        new Headers({ ...raw.headers });
    }
    catch {
        refuse([...path, 'headers'], 'a name or value is not one of HTTP');
    }
    const timeoutMs = parseDuration(raw.timeout);
    if (timeoutMs === undefined)
        refuse([...path, 'timeout'], 'expected a duration such as 5s');
    return { url: raw.url, headers: raw.headers, timeoutMs: timeoutMs ?? 0 };
}
//# sourceMappingURL=audit-map.js.map