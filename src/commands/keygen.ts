import { PgsealError } from '../errors.ts'
import { KeyFileError, writeKeyFile } from '../keys/key-file.ts'

/** Makes a key file for `kms: local`, or adds a key to one. Prints the key's id, never the key. */
export function keygen(file: string, options: { readonly append: boolean }): void {
  const id = makeKeyFile(file, options)
  process.stdout.write(`${options.append ? 'added' : 'wrote'} key ${id} ${options.append ? 'to' : 'in'} ${file}\n`)
}

/** As writeKeyFile, with errors of this program's table. */
export function makeKeyFile(file: string, options: { readonly append: boolean }): string {
  try {
    return writeKeyFile(file, options)
  } catch (error) {
    throw error instanceof KeyFileError ? new PgsealError('keyFileNotMade', { reason: error.message }) : error
  }
}
