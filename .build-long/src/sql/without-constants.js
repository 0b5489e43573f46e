import { scanTokens } from './parser.js';
const constants = new Set(['SCONST', 'ICONST', 'FCONST', 'BCONST', 'XCONST', 'USCONST']);
/** The text with `?` in place of each constant, blanks and comments as one blank: to show it to people who may not see values. */
export function withoutConstants(text) {
    let shown = '';
    let last = 0;
    for (const { start, end, name } of scanTokens(text)) {
        if (shown !== '' && start > last)
            shown += ' ';
        shown += constants.has(name) ? '?' : text.toString('utf8', start, end);
        last = end;
    }
    return shown;
}
//# sourceMappingURL=without-constants.js.map