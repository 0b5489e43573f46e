import { PgsealError } from '../errors.js';
import { civilOf, unixToEpochSeconds } from './calendar.js';
import { posixChanges, readPosixZone } from './posix-zone.js';
import { zoneTable } from './zone-table.js';
function yearOf(instant) {
    return civilOf(Math.floor((instant - unixToEpochSeconds) / 86400)).year;
}
function fromPosix(posix) {
    return makeZone([], [posix.standard], posix, Number.NEGATIVE_INFINITY);
}
/** The tail's changes up to this year are written out, so that they are found as fast as those of the table. */
const writtenOutUntil = 2100;
/** `starts[i]` is when `held[i + 1]` begins; `held[0]` is what was before them all. Both are extended. */
function makeZone(starts, held, tail, contested) {
    const fromTable = starts.at(-1);
    if (fromTable !== undefined) {
        for (let year = yearOf(fromTable); year <= writtenOutUntil; year++) {
            for (const { at, period } of posixChanges(tail, year)) {
                if (at <= fromTable)
                    continue;
                starts.push(at);
                held.push(period);
            }
        }
    }
    const last = starts.at(-1) ?? Number.NEGATIVE_INFINITY;
    const lastPeriod = held.at(-1);
    const changesNear = (instant) => {
        const year = yearOf(instant);
        return [year - 1, year, year + 1].flatMap((each) => posixChanges(tail, each)).filter((change) => change.at > last);
    };
    const requireKnown = (instant) => {
        if (instant < contested)
            throw new PgsealError('timeZoneHistory');
    };
    const indexAt = (instant) => {
        let low = 0;
        let high = starts.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (starts[middle] <= instant)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    const periodAt = (instant) => {
        requireKnown(instant);
        if (instant < last)
            return held[indexAt(instant)];
        if (tail.summer === undefined)
            return starts.length === 0 ? tail.standard : lastPeriod;
        let found = starts.length === 0 ? tail.standard : lastPeriod;
        for (const change of changesNear(instant))
            if (change.at <= instant)
                found = change.period;
        return found;
    };
    return {
        periodAt,
        nextChange(instant) {
            requireKnown(instant);
            if (instant < last) {
                const index = indexAt(instant);
                return { at: starts[index], before: held[index], after: held[index + 1] };
            }
            const change = changesNear(instant).find((each) => each.at > instant);
            return change && { at: change.at, before: periodAt(instant), after: change.period };
        },
        periods: [...held, tail.standard, ...(tail.summer === undefined ? [] : [tail.summer.period])],
    };
}
// A line of the table: names | contested until | abbreviation:offset ... | POSIX tail | transitions. A transition is the
// seconds since the one before in base 36 and a letter for the period that begins; the first counts from 1970.
function readLine(line) {
    const [, contested, types, tail, transitions] = line.split('|');
    const periods = types.split(' ').map((type) => {
        const at = type.indexOf(':');
        return { abbreviation: type.slice(0, at), offset: Number(type.slice(at + 1)) };
    });
    const starts = [];
    const held = [periods[0]];
    let instant = 0;
    for (const [, delta, letter] of transitions.matchAll(/(-?[0-9a-z]+)([A-Z])/g)) {
        instant += Number.parseInt(delta, 36);
        starts.push(instant);
        held.push(periods[letter.charCodeAt(0) - 65]);
    }
    const until = contested === '' ? Number.NEGATIVE_INFINITY : Number(contested);
    return makeZone(starts, held, readPosixZone(tail), until);
}
let lines;
function lineOf(name) {
    if (lines === undefined) {
        lines = new Map();
        for (const line of zoneTable.trim().split('\n')) {
            for (const each of line.slice(0, line.indexOf('|')).split(' '))
                lines.set(each.toLowerCase(), line);
        }
    }
    return lines.get(name.toLowerCase());
}
// Bounded: the names come from clients.
const cache = new Map();
const cacheLimit = 1000;
/** The zone of an IANA name in any case; undefined for an unknown name. */
export function namedZone(name) {
    const known = cache.get(name);
    if (known !== undefined)
        return known;
    const line = lineOf(name);
    return line === undefined ? undefined : remember(name, readLine(line));
}
function remember(name, zone) {
    if (cache.size >= cacheLimit)
        cache.clear();
    cache.set(name, zone);
    return zone;
}
/** The zone of a TimeZone setting as the server reports it; 0A000 for one that is not served. */
export function settingZone(setting) {
    const named = namedZone(setting);
    if (named !== undefined)
        return named;
    const posix = readPosixZone(setting);
    if (posix === undefined)
        throw new PgsealError('timeZoneSetting');
    return remember(setting, fromPosix(posix));
}
/**
 * Seconds east of Greenwich for a local time (its seconds counted as if they were UTC). A time that a change skips is read
 * by the offset before it, one that comes twice by the offset after it.
 */
export function offsetOfLocal(zone, local) {
    const change = zone.nextChange(local - 86400);
    if (change === undefined)
        return zone.periodAt(local - 86400).offset;
    const before = local - change.before.offset;
    const after = local - change.after.offset;
    if (before < change.at && after < change.at)
        return change.before.offset;
    if (before > change.at && after >= change.at)
        return change.after.offset;
    return before > after ? change.before.offset : change.after.offset;
}
//# sourceMappingURL=time-zone.js.map