import { readFileSync } from 'node:fs';
/** The package's own version. */
export function packageVersion() {
    // dist/src/commands/program.js in a package, and as deep in any other folder that the sources are built to.
    const manifest = new URL('../../../package.json', import.meta.url);
    return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
//# sourceMappingURL=package-version.js.map