import { PgsealError } from '../errors.js';
import { KeyFileError, writeKeyFile } from '../keys/key-file.js';
/** Makes a key file for `kms: local`, or adds a key to one. Prints the key's id, never the key. */
export function keygen(file, options) {
    const id = makeKeyFile(file, options);
    process.stdout.write(`${options.append ? 'added' : 'wrote'} key ${id} ${options.append ? 'to' : 'in'} ${file}\n`);
}
/** As writeKeyFile, with errors of this program's table. */
export function makeKeyFile(file, options) {
    try {
        return writeKeyFile(file, options);
    }
    catch (error) {
        throw error instanceof KeyFileError ? new PgsealError('keyFileNotMade', { reason: error.message }) : error;
    }
}
//# sourceMappingURL=keygen.js.map