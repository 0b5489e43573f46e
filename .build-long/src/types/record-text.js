import { codecs } from './codecs.js';
import { defaultValueSettings } from './value-settings.js';
/**
 * The text of a value in a record: PostgreSQL's output under ISO dates, UTC and hex, whatever the connection's settings, so
 * that every client makes one record of one row. `stored` is the stored form in the column's type. UTF-8; not escaped.
 */
export function recordText(type, stored) {
    return codecs[type].toText(stored, defaultValueSettings);
}
//# sourceMappingURL=record-text.js.map