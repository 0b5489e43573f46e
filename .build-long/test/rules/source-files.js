import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { repoRoot } from '../support/root.js';
/** Every TypeScript file below the named folders of the repository, in order of path. */
export function sourceFiles(...folders) {
    return folders
        .filter((folder) => existsSync(join(repoRoot, folder)))
        .flatMap((folder) => readdirSync(join(repoRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
        .filter((path) => path.endsWith('.ts'))
        .sort()
        .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(repoRoot, path), 'utf8') }));
}
//# sourceMappingURL=source-files.js.map