import { PgsealError } from '../../src/errors.js';
/** A map that loads, from its parts; each part replaces the default one. */
export function mapText(parts = {}) {
    return [
        `upstream: ${parts.upstream ?? 'postgres://127.0.0.1:5432/app'}`,
        'control: postgres://pgseal:secret@127.0.0.1:5432/app',
        ...(parts.top === undefined ? [] : [parts.top]),
        'keys:',
        parts.keys ?? '  default: { kms: local, keyFile: k }',
        'tables:',
        parts.tables ?? '  public.users: { columns: { email: { type: text } } }',
        '',
    ].join('\n');
}
/** The sentences of an error about a map, in order. */
export function sentences(action) {
    try {
        action();
    }
    catch (error) {
        if (!(error instanceof PgsealError))
            throw error;
        return [error.message, ...(error.detail === undefined ? [] : error.detail.split('\n'))];
    }
    throw new Error('the map was accepted');
}
//# sourceMappingURL=map-text.js.map