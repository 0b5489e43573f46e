import { PgsealError } from '../errors.js';
import { encodeNegotiateProtocolVersion } from '../wire/negotiate-protocol-version.js';
import { decodeStartupMessage, encodeStartupMessage, protocol30 } from '../wire/startup-message.js';
import { foldSettingName, optionSettings } from './startup-options.js';
/** NAMEDATALEN without its NUL. */
const maxNameBytes = 63;
/**
 * Checks a StartupMessage's body. Returns undefined for a version before 3, on which PostgreSQL hangs up; throws what the
 * client must be told otherwise. Pitfalls A10, A11, A13, A15, B24, B25.
 */
export function checkStartup(body, rules) {
    const version = body.readInt32BE(0);
    const major = version >>> 16;
    if (major < 3)
        return undefined;
    if (major > 3) {
        throw new PgsealError('unsupportedProtocol', { version: `${major}.${version & 0xffff}` });
    }
    const message = decodeStartupMessage(body);
    const parameters = new Map(message.parameters);
    const user = parameters.get('user') ?? '';
    if (user === '')
        throw new PgsealError('noUserName');
    // The server would cut the name and log in another user than the one whom `roles` is asked about.
    if (Buffer.byteLength(user) > maxNameBytes)
        throw new PgsealError('userNameLength', { limit: String(maxNameBytes) });
    const named = parameters.get('database') ?? '';
    const database = named === '' ? user : named;
    refuseReplication(message);
    if (database === rules.database) {
        if (rules.tablesMapped)
            for (const setting of settingsOf(message))
                checkSetting(setting.name, setting.value);
    }
    else if (!rules.passthroughDatabases.includes(database)) {
        throw new PgsealError('databaseNotServed', { database });
    }
    return { user, database, parameters, ...negotiated(message, body) };
}
// PROTOCOL-EXTENSIONS: each leg is negotiated by itself, so the server is always asked for 3.0.
function negotiated(message, body) {
    const extensions = message.parameters.map(([name]) => name).filter((name) => name.startsWith('_pq_.'));
    if (message.protocolVersion === protocol30 && extensions.length === 0) {
        const packet = Buffer.allocUnsafe(body.length + 4);
        packet.writeInt32BE(packet.length);
        body.copy(packet, 4);
        return { packet, negotiate: undefined };
    }
    const kept = message.parameters.filter(([name]) => !name.startsWith('_pq_.'));
    return {
        packet: encodeStartupMessage({ type: 'StartupMessage', protocolVersion: protocol30, parameters: kept }),
        negotiate: encodeNegotiateProtocolVersion({
            type: 'NegotiateProtocolVersion',
            version: protocol30,
            options: extensions,
        }),
    };
}
function settingsOf(message) {
    return message.parameters.flatMap(([name, value]) => name === 'options' ? optionSettings(value) : [{ name: foldSettingName(name), value }]);
}
// The analyser must see what the server sees: UTF-8 and standard strings.
function checkSetting(name, value) {
    if (name === 'client_encoding' && !isUtf8Name(value))
        throw new PgsealError('startupEncoding');
    if (name === 'standard_conforming_strings' && !isOn(value))
        throw new PgsealError('startupStrings');
}
// Replication sessions run commands that are not SQL. Any repeated parameter counts: the last is the server's.
function refuseReplication(message) {
    for (const [name, value] of message.parameters) {
        if (name === 'replication' && !isOff(value))
            throw new PgsealError('replicationNotServed');
    }
}
// PostgreSQL compares letters and digits alone. In SQL_ASCII nothing is converted, and the server still holds texts of a
// UTF-8 database to UTF-8.
function isUtf8Name(value) {
    return ['utf8', 'unicode', 'sqlascii'].includes(value.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
// parse_bool: any unambiguous beginning of a word counts.
function isOn(value) {
    const word = value.toLowerCase();
    return word === '1' || word === 'on' || (word !== '' && ('true'.startsWith(word) || 'yes'.startsWith(word)));
}
function isOff(value) {
    const word = value.toLowerCase();
    return (word === '0' || ['of', 'off'].includes(word) || (word !== '' && ('false'.startsWith(word) || 'no'.startsWith(word))));
}
//# sourceMappingURL=startup-check.js.map