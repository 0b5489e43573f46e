/** The getopt string of PostgreSQL's process_postgres_switches: a colon follows a letter that takes an argument. */
const switches = 'B:bC:c:D:d:EeFf:h:ijk:lN:nOPp:r:S:sTt:v:W:-:';
/**
 * The settings in the start-up parameter `options`: `-c name=value`, `-cname=value` and `--name=value`, between blanks, with
 * backslash escapes, also in a cluster behind other switches. What the server will refuse itself is left to it.
 */
export function optionSettings(options) {
    const words = splitOptions(options);
    const settings = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        if (word === '--')
            break;
        if (!word.startsWith('-') || word === '-')
            continue;
        for (let at = 1; at < word.length; at++) {
            const letter = word[at];
            const known = letter === ':' ? -1 : switches.indexOf(letter);
            if (known === -1 || switches[known + 1] !== ':')
                continue;
            const argument = at + 1 < word.length ? word.slice(at + 1) : words[++i];
            if ((letter === 'c' || letter === '-') && argument !== undefined)
                settings.push(splitSetting(argument));
            break;
        }
    }
    return settings;
}
/** Folds the name of a setting: case does not count in it, and `-` stands for `_`. */
export function foldSettingName(name) {
    return name.toLowerCase().replaceAll('-', '_');
}
function splitSetting(text) {
    const equals = text.indexOf('=');
    if (equals === -1)
        return { name: foldSettingName(text), value: '' };
    return { name: foldSettingName(text.slice(0, equals)), value: text.slice(equals + 1) };
}
// pg_split_opts: words between blanks; a backslash takes the next character as it is.
function splitOptions(options) {
    const blank = /[ \t\n\v\f\r]/;
    const words = [];
    let at = 0;
    for (;;) {
        while (at < options.length && blank.test(options[at]))
            at += 1;
        if (at === options.length)
            return words;
        let word = '';
        for (let escaped = false; at < options.length; at++) {
            const character = options[at];
            if (!escaped && blank.test(character))
                break;
            if (!escaped && character === '\\') {
                escaped = true;
                continue;
            }
            word += character;
            escaped = false;
        }
        words.push(word);
    }
}
//# sourceMappingURL=startup-options.js.map