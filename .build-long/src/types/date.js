import { PgsealError } from '../errors.js';
import { requireLength, same } from './binary-form.js';
import { firstDay, lastDay, unixToEpochSeconds } from './calendar.js';
import { fieldOverflow, parseDatetime } from './datetime-parser.js';
import { dateText, readDateStyle } from './datetime-text.js';
// Stored form: days since 2000-01-01, a signed 32-bit integer; its least and greatest are -infinity and infinity.
export const minusInfinityDay = -0x80000000;
export const infinityDay = 0x7fffffff;
/** Stored form of a day; 22008 outside the type's range. */
export function storeDate(days) {
    if (days !== minusInfinityDay && days !== infinityDay && (days < firstDay || days > lastDay)) {
        throw fieldOverflow('date');
    }
    const stored = Buffer.allocUnsafe(4);
    stored.writeInt32BE(days);
    return stored;
}
export const date = {
    fromText(text, _typmod, settings) {
        const parsed = parseDatetime(text, 'date', settings);
        if (parsed.special === 'epoch')
            return storeDate(-unixToEpochSeconds / 86400);
        if (parsed.special !== undefined)
            return storeDate(parsed.special === 'infinity' ? infinityDay : minusInfinityDay);
        if (parsed.days === undefined)
            throw new PgsealError('invalidDatetime', { type: 'date' });
        if (parsed.days > lastDay)
            throw fieldOverflow('date');
        return storeDate(parsed.days);
    },
    fromBinary(bytes) {
        requireLength(bytes, 4, 'date');
        storeDate(bytes.readInt32BE());
        return bytes;
    },
    toText(stored, settings) {
        const days = stored.readInt32BE();
        if (days === infinityDay)
            return Buffer.from('infinity', 'latin1');
        if (days === minusInfinityDay)
            return Buffer.from('-infinity', 'latin1');
        return Buffer.from(dateText(days, readDateStyle(settings.dateStyle)), 'latin1');
    },
    toBinary: same,
    comparisonForm: same,
};
//# sourceMappingURL=date.js.map